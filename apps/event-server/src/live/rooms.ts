/** Names of socket.io rooms; they reach across event-servers. */
export const rooms = {
  audience: (sessionId: string) => `session:${sessionId}:audience`,
  crew: (sessionId: string) => `session:${sessionId}:crew`,
  /** Those of the crew who moderate questions. */
  moderators: (sessionId: string) => `session:${sessionId}:moderators`,
  /** All devices of one person in one session. */
  participant: (sessionId: string, participantId: string) => `session:${sessionId}:${participantId}`,
  peer: (peerId: string) => `peer:${peerId}`,
  signIn: (signInId: string) => `sign-in:${signInId}`,
};
