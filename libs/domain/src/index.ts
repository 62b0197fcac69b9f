export * from './permissions';
export * from './localize';
export * from './session-machine';
export * from './programme';
