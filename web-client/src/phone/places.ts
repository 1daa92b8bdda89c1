// The places that a participant can reach whatever the stage shows. Their names are the address' fragments,
// so the phone's back button works.
export const places = ['now', 'topics', 'polls', 'me'] as const;
export type Place = (typeof places)[number];
