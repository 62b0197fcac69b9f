import { Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mainId } from '../app/focus';
import { TabTitle } from '../app/Page';
import { ChatRoom } from '../chat/ChatRoom';
import { ChatTabs } from '../chat/ChatTabs';
import { HandsPanel } from '../hands/HandsPanel';
import { useLocalize } from '../i18n/Localized';
import type { LivePageContent } from '../live/LivePage';
import { SessionBar } from '../live/SessionBar';
import { PollDesk } from '../polls/PollDesk';
import { DeskActions } from './DeskActions';
import { DeskButton } from './DeskButton';
import { DeskDetail } from './DeskDetail';
import { DeskDialog, dialogDeeds, type DialogDeed } from './DeskDialog';
import { DeskFilters } from './DeskFilters';
import { DeskList } from './DeskList';
import type { DeskDeed } from './desk-keys';
import classes from './DeskView.module.css';
import { stepsFor } from './desk-steps';
import { DeskTrouble } from './DeskTrouble';
import { DeskExports } from './DeskExports';
import { KeysHelp } from './KeysHelp';
import { useDesk } from './use-desk';
import { useDeskKeys } from './use-desk-keys';

const isDialogDeed = (deed: DeskDeed): deed is DialogDeed => dialogDeeds.some((one) => one === deed);

/** Left: all questions. Middle: the selected one and what can be done with it. Right: the audience's chat. */
export function DeskView(content: LivePageContent) {
  const { event, session, show, signIn } = content;
  const { t } = useTranslation('moderate');
  const localize = useLocalize();
  const desk = useDesk(signIn.participantId);
  const [dialog, setDialog] = useState<{ deed: DialogDeed; questionId: string } | null>(null);
  const [helping, setHelping] = useState(false);
  const working = useRef<HTMLDivElement>(null);
  const { selected } = desk;
  const written = desk.find(dialog?.questionId ?? null);

  const doIt = (deed: DeskDeed) => {
    if (deed === 'down' || deed === 'up') return desk.select(deed === 'down' ? 1 : -1);
    if (deed === 'help') return setHelping(true);
    if (deed === 'back') return desk.back();
    if (!selected || desk.busy) return;
    const step = stepsFor(selected, signIn.participantId).find((one) => one === deed);
    // What was merged away is only taken out again.
    if (selected.mergedIntoId) return step && desk.step(selected, step);
    if (deed === 'mark') return desk.toggleMark(selected.id);
    if (deed === 'merge') return desk.merge(selected);
    if (deed === 'move-down' || deed === 'move-up')
      return desk.reorder(selected, deed === 'move-down' ? 1 : -1);
    const always = deed === 'edit' || deed === 'translate' || deed === 'assign';
    if (isDialogDeed(deed) && (step || always)) return setDialog({ deed, questionId: selected.id });
    if (step) desk.step(selected, step);
  };
  useDeskKeys(working, doIt);

  return (
    <>
      <TabTitle title={[t('title'), localize(session.title)].join(' · ')} />
      <div className={classes.page}>
        <SessionBar session={session} show={show} role={signIn.role} crew />
        <main id={mainId} tabIndex={-1} className={classes.main}>
          <div ref={working} className={classes.desk}>
            <div className={classes.left}>
              <HandsPanel show={show} />
              <DeskFilters filter={desk.filter} venues={event.venues} onChange={desk.setFilter} />
              <DeskList desk={desk} venues={event.venues} />
            </div>
            <section className={classes.middle} aria-label={t('title')}>
              <div className={classes.tools}>
                <DeskButton deed="back" onClick={desk.back} />
                <DeskButton deed="help" onClick={() => setHelping(true)} />
                <PollDesk />
                <DeskExports content={content} />
              </div>
              <DeskTrouble desk={desk} participantId={signIn.participantId} />
              {selected ? (
                <>
                  <DeskDetail question={selected} desk={desk} venues={event.venues} />
                  <DeskActions
                    question={selected}
                    desk={desk}
                    participantId={signIn.participantId}
                    onDeed={doIt}
                  />
                </>
              ) : (
                <Text c="dimmed">{t(desk.state.loaded ? 'none' : 'loading')}</Text>
              )}
            </section>
          </div>
          <aside className={classes.chat} aria-label={t('chat')}>
            <ChatRoom {...content}>
              <ChatTabs />
            </ChatRoom>
          </aside>
        </main>
      </div>
      {dialog && written && (
        <DeskDialog deed={dialog.deed} question={written} desk={desk} onClose={() => setDialog(null)} />
      )}
      {helping && <KeysHelp onClose={() => setHelping(false)} />}
    </>
  );
}
