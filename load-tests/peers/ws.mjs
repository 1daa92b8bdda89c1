// A peer for the load tests: the `ws` package as its documentation shows it, without compression (its default).

import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { ack, broadcast, isTell, sayListening } from "./conversation.mjs";

const server = createServer();
const sockets = new WebSocketServer({ server });
sockets.on("connection", (socket) => {
  socket.on("error", () => socket.terminate());
  socket.on("message", (message) => {
    if (isTell(message.toString())) {
      for (const client of sockets.clients) client.send(broadcast);
    } else {
      socket.send(ack);
    }
  });
});
sayListening(server);
