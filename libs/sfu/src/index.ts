/** The node engine: the only code that imports mediasoup. */
export { NodeEngine } from './engine/node-engine';
export type { NodeEngineSettings } from './settings';
export type { Tell } from './tell';
