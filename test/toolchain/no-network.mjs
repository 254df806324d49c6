// Preloaded with NODE_OPTIONS: whoever opens a connection to a host, of any protocol, stops the process with a mark.
import { Socket } from "node:net";
import process from "node:process";

const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...given) {
  const [options] = given.flat();
  const isLocal = typeof options === "string" || typeof options?.path === "string";
  if (isLocal) return connect.apply(this, given);
  process.stderr.write("connected to the network\n");
  process.exit(70);
};
