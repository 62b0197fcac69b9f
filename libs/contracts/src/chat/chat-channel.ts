/** The session's audience and crew together, and the crew among themselves. */
export const chatChannels = ['audience', 'crew'] as const;
export type ChatChannel = (typeof chatChannels)[number];

/** What a message can be answered with in one press; each is shown with its own word for screen readers. */
export const reactionNames = ['applause', 'thumbs-up', 'heart', 'smile', 'question'] as const;
export type ReactionName = (typeof reactionNames)[number];
