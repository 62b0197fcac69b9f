import classes from './ModerationPanel.module.css';
import { ChatRules } from './ChatRules';
import { ModerationLog } from './ModerationLog';
import { Standings } from './Standings';

/** What keeps order in the audience's chat: its rules, who may not write, and who did what. */
export function ModerationPanel() {
  return (
    <div className={classes.panel}>
      <ChatRules />
      <Standings />
      <ModerationLog />
    </div>
  );
}
