// A small client of the protocol without a page: moderators and participants who only send commands, over
// the exchange that phones fall back to.

import { randomBytes } from 'node:crypto';

const newId = () => randomBytes(12).toString('base64url');

/** Somebody with a token; `send` ends when the command is stored and throws the reason when it is not. */
function connect({ address, cafe, as, token }) {
  const hello = { protocol: 1, cafe: cafe.code, as, token, resume: null };
  return {
    async send(command) {
      const id = newId();
      const response = await fetch(`http://${address}/api/v1/exchange`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ hello, commands: [{ id, do: command }], wait_ms: 0, personal: null }),
      });
      const { messages } = await response.json();
      const refused = messages.find((message) => message.rejected?.id === id);
      if (refused !== undefined) {
        throw new Error(JSON.stringify(refused.rejected.why));
      }
      if (!messages.some((message) => message.ack?.id === id)) {
        throw new Error(`no answer to ${JSON.stringify(command)}`);
      }
    },
  };
}

/** The moderator of a server's café. */
export const moderator = ({ address, cafe }) => connect({ address, cafe, as: 'moderator', token: cafe.moderator_token });

/** Somebody who takes a seat. */
export async function participant({ address, cafe }) {
  const person = connect({ address, cafe, as: 'participant', token: randomBytes(32).toString('base64url') });
  await person.send({ join: { name: '', organisation: '', role: null } });
  return person;
}
