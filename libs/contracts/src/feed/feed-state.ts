/** Green room → on air; "on programme" is decided by the show state, not stored on the feed. */
export const feedStates = ['green-room', 'on-air'] as const;
export type FeedState = (typeof feedStates)[number];

/** What a feed shows: a hall's main camera, its slides or screen, a clip of a demo hall, a recorded greeting. */
export const feedSources = ['camera', 'slides', 'clip', 'greeting'] as const;
export type FeedSource = (typeof feedSources)[number];
/** What a browser may publish. */
export const publishedSources = ['camera', 'slides'] as const;

export const trackKinds = ['audio', 'video'] as const;
export type TrackKind = (typeof trackKinds)[number];

/** What there can be of a feed to watch. A recorded greeting's picture is there twice, large and small. */
export const watchedKinds = [...trackKinds, 'small-video'] as const;
export type WatchedKind = (typeof watchedKinds)[number];

export const mediaKindOf = (kind: WatchedKind): TrackKind => (kind === 'audio' ? 'audio' : 'video');

/** Where a hall's microphone is: in the room (echo cancellation on) or from the desk (processing off). */
export const microphonePlaces = ['in-the-room', 'from-the-desk'] as const;
export type MicrophonePlace = (typeof microphonePlaces)[number];

/** Spatial layers a viewer can ask for; the layout decides. `off` pauses the picture. */
export const pictureLayers = ['high', 'middle', 'low', 'off'] as const;
export type PictureLayer = (typeof pictureLayers)[number];
