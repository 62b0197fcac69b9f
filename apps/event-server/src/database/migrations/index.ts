import { SettingUp1764288000000 } from './1764288000000-setting-up';

/** In order. A migration that has been released is never changed; a new one follows it. */
export const migrations = [SettingUp1764288000000];
