/**
 * Every way a request can be refused. The browser turns a code into words in the person's language;
 * `message` beside it is English, for logs and crews.
 */
export const errorCodes = [
  'bad-request', // the message does not fit its DTO
  'not-signed-in', // no ticket, or one that cannot be read
  'ticket-expired',
  'revoked', // the sign-in or invitation was taken back
  'forbidden', // the role may not do this
  'not-found', // also: belongs to another event
  'conflict', // somebody else changed it first, or the present state does not allow it
  'not-joined', // the socket has not joined a session yet
  'not-on-programme', // the audience asked for a feed that is not on programme
  'own-sound', // a hall asked for its own sound
  'bad-media-parameters', // mediasoup refused the DTLS or RTP parameters
  'media-unavailable', // no media node can serve this now
  'too-many-requests',
  'unavailable', // something the server needs is down; try again
  'timeout',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
