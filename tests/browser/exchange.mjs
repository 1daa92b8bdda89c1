// A person without a browser: sends commands over the long-polling line and insists that each is stored.

import { randomUUID } from 'node:crypto';

/** `token` is the fragment of the role's link; a participant's is 22 characters of their own. */
export function personAt(address, code, as, token) {
  const hello = { protocol: 1, cafe: code, as, token, resume: null };
  return async function send(...commands) {
    const body = { hello, commands: commands.map((command) => ({ id: randomUUID().replaceAll('-', ''), do: command })), wait_ms: 0, personal: null };
    const answer = await fetch(`http://${address}/api/v1/exchange`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    const { messages } = await answer.json();
    const refused = messages.filter((message) => 'rejected' in message || 'error' in message);
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    return messages;
  };
}
