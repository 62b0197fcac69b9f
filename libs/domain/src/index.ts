export * from './permissions';
export * from './localize';
export * from './session-machine';
export * from './programme';
export * from './question-machine';
export * from './hand-machine';
export * from './poll-machine';
