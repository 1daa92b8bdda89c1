// What people are told about the line: three words, without chatter. Short breaks are not mentioned at all.
import type { ConnectionState } from './connection';

export type Line = 'live' | 'reconnecting' | 'offline';

/** After so many failed attempts "a moment" would be a lie. */
const failuresUntilOffline = 3;

export function lineOf(state: ConnectionState, deviceOnline: boolean): Line {
  switch (state.kind) {
    case 'live':
      return 'live';
    case 'stopped':
    case 'refused':
      return 'offline';
    case 'connecting':
    case 'waiting':
      return !deviceOnline || state.failures >= failuresUntilOffline ? 'offline' : 'reconnecting';
  }
}
