/** What both ends of a wire keep to. The first ones are the longest texts for one field, in UTF-16 code units. */
export const limits = {
  name: 120,
  institution: 200,
  title: 200,
  description: 4000,
  key: 40,
  /** A chat message. */
  message: 2000,
  question: 1000,
  /** How many options a poll may have. */
  pollOptions: 10,
  /** One language's subtitles of a greeting. */
  subtitles: 60_000,
  /** How many people a cue may name. */
  cueSpeakers: 20,
  /** How many feeds a cue may pick. */
  cuePicks: 8,
  /** How long a peer's media outlives its socket, in milliseconds. */
  peerGraceMs: 30_000,
  /** One socket message, in bytes. */
  socketPayload: 256 * 1024,
  /** One message of a media node, in bytes: it reports all of its peers at once. */
  nodePayload: 32 * 1024 * 1024,
} as const;
