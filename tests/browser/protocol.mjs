// A small client of the protocol without a page, over the exchange that phones fall back to: moderators and
// participants who send commands, and see what their board holds.

import { randomBytes } from 'node:crypto';

const newId = () => randomBytes(12).toString('base64url');

/** Somebody with a token. */
function connect({ address, cafe, as, token }) {
  const hello = { protocol: 1, cafe: cafe.code, as, token, resume: null };
  async function exchange(commands) {
    const response = await fetch(`http://${address}/api/v1/exchange`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ hello, commands, wait_ms: 0, personal: null }),
    });
    if (!response.ok) {
      throw new Error(`${response.status}: ${await response.text()}`);
    }
    return (await response.json()).messages;
  }
  return {
    /** Ends when every command is stored, and throws the reason when one is not. */
    async send(...wishes) {
      const commands = wishes.map((wish) => ({ id: newId(), do: wish }));
      const messages = await exchange(commands);
      const refused = messages.find((message) => 'rejected' in message || 'error' in message);
      if (refused !== undefined) {
        throw new Error(JSON.stringify(refused));
      }
      const open = commands.filter(({ id }) => !messages.some((message) => message.ack?.id === id));
      if (open.length > 0) {
        throw new Error(`no answer to ${JSON.stringify(open)}`);
      }
    },
    /** All documents of the board as they are now. */
    async documents() {
      const messages = await exchange([]);
      return messages.find((message) => 'snapshot' in message).snapshot.docs;
    },
  };
}

/** The moderator of a server's café. */
export const moderator = ({ address, cafe }) => connect({ address, cafe, as: 'moderator', token: cafe.moderator_token });

/** Somebody who takes a seat. */
export async function participant({ address, cafe }, name = '') {
  const person = connect({ address, cafe, as: 'participant', token: randomBytes(32).toString('base64url') });
  await person.send({ join: { name, organisation: '', role: null } });
  return person;
}

/** What somebody proposes. */
export const proposal = (topic, title) => ({ propose_topic: { topic, draft: { title, text: '', theme: null, hosting: 'not_offered' } } });

/** The first ballot of somebody who approves of these topics. */
export const approval = (approve) => ({ cast_topic_ballot: { approve, revision: 1 } });
