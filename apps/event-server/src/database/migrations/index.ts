import { SettingUp1764288000000 } from './1764288000000-setting-up';
import { Live1764288100000 } from './1764288100000-live';

/** In order. A migration that has been released is never changed; a new one follows it. */
export const migrations = [SettingUp1764288000000, Live1764288100000];
