import { SettingUp1764288000000 } from './1764288000000-setting-up';
import { Live1764288100000 } from './1764288100000-live';
import { Chat1764288200000 } from './1764288200000-chat';
import { Questions1764288300000 } from './1764288300000-questions';
import { Polls1764288400000 } from './1764288400000-polls';
import { Hands1764288500000 } from './1764288500000-hands';
import { AnonymousQuestions1764288600000 } from './1764288600000-anonymous-questions';
import { Unmerging1764288700000 } from './1764288700000-unmerging';
import { Rundown1764288710000 } from './1764288710000-rundown';
import { Greetings1764288900000 } from './1764288900000-greetings';
import { Playbacks1764289100000 } from './1764289100000-playbacks';
import { GreetingsAlone1764289200000 } from './1764289200000-greetings-alone';

/** In order. A migration that has been released is never changed; a new one follows it. */
export const migrations = [
  SettingUp1764288000000,
  Live1764288100000,
  Chat1764288200000,
  Questions1764288300000,
  Polls1764288400000,
  Hands1764288500000,
  AnonymousQuestions1764288600000,
  Unmerging1764288700000,
  Rundown1764288710000,
  Greetings1764288900000,
  Playbacks1764289100000,
  GreetingsAlone1764289200000,
];
