// What a peer says, as in load-tests/src/raw_messages.rs: who asks is answered, who tells is told to everybody.

export const ack = '{"ack":{"id":"v00000000000000000"}}';
export const broadcast = "D".padEnd(300, ".");
export const isTell = (text) => text.startsWith("B");

/** Prints the address in the words that the starting side waits for. */
export function sayListening(server) {
  server.listen({ host: "127.0.0.1", port: 0, backlog: 4096 }, () => {
    console.log(`listening on http://127.0.0.1:${server.address().port}`);
  });
}
