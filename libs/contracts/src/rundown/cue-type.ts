/** What happens in a cue. */
export const cueTypes = [
  'opening',
  'speech',
  'greeting',
  'dialogue',
  'presentation',
  'questions',
  'poll',
  'signing',
  'interval',
] as const;
export type CueType = (typeof cueTypes)[number];

/** What of a hall a cue shows. */
export const pickedSources = ['camera', 'slides'] as const;
export type PickedSource = (typeof pickedSources)[number];
