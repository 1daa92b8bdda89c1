// A peer for the load tests: Socket.IO with its own protocol over WebSocket, every default as it comes.

import { createServer } from "node:http";
import { Server } from "socket.io";
import { ack, broadcast, isTell, sayListening } from "./conversation.mjs";

const server = createServer();
const hub = new Server(server);
hub.on("connection", (socket) => {
  socket.on("ask", (text) => {
    if (isTell(text)) hub.emit("told", broadcast);
    else socket.emit("ack", ack);
  });
});
sayListening(server);
