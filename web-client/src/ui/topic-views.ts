// Everything about topics on a phone, with its texts. Nothing of it is needed for the first vote in a poll.
import { withTexts } from '../i18n/i18n.svelte';

export const loadTopicViews = () => withTexts(import('./TopicViews.svelte'));
