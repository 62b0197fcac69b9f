import type { Editor } from '../rundown/held-rundown';

/** Who has prepared the demo event. */
export const demoEditor: Editor = { participantId: null, displayName: 'Show Control Office' };
