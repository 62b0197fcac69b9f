import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { may } from '@manyhalls/domain';
import { IconMessages, IconServer2, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatRoom, useUnread } from '../chat/ChatRoom';
import { ChatTabs } from '../chat/ChatTabs';
import { UnreadCount } from '../chat/UnreadCount';
import { useLiveState } from '../live/LiveRoom';
import type { LivePageContent } from '../live/LivePage';
import { NodesPanel } from './NodesPanel';
import { PresentPeople } from './PresentPeople';
import classes from './Rail.module.css';

/** On smaller screens the rail opens only when it is asked for. */
const roomy = '(min-width: 100em)';

/** What is not the show itself, one at a time: chats, people, nodes; pressing a tab again closes it. */
export function Rail(content: LivePageContent) {
  return (
    <ChatRoom {...content}>
      <RailTabs {...content} />
    </ChatRoom>
  );
}

function RailTabs({ event, signIn }: LivePageContent) {
  const { t } = useTranslation('control');
  /** `null`: closed by the person; nothing chosen yet is something else. */
  const [chosen, setTab] = useState<string | null>();
  const isRoomy = useMediaQuery(roomy);
  const tab = chosen === undefined ? (isRoomy ? 'chats' : null) : chosen;
  const narrow = useMediaQuery('(max-width: 62em)');
  const people = useLiveState(({ presence }) => presence?.total);
  const unread = useUnread('crew') + useUnread('audience');
  const icon = { size: 20, stroke: 1.7, 'aria-hidden': true } as const;
  return (
    <aside className={classes.rail} data-open={tab !== null || undefined}>
      <Tabs
        value={tab}
        onChange={setTab}
        allowTabDeactivation
        keepMounted={false}
        orientation={narrow ? 'horizontal' : 'vertical'}
        placement="right"
        className={classes.tabs}
        classNames={{ list: classes.strip, tab: classes.tab }}
      >
        <Tabs.List>
          <Tabs.Tab value="chats" leftSection={<IconMessages {...icon} />}>
            {t('chats')} <UnreadCount count={unread} />
          </Tabs.Tab>
          <Tabs.Tab value="people" leftSection={<IconUsers {...icon} />}>
            {t('people.title')} <span className={classes.count}>{people}</span>
          </Tabs.Tab>
          {may(signIn.role, 'media:inspect') && (
            <Tabs.Tab value="nodes" leftSection={<IconServer2 {...icon} />}>
              {t('nodes.title')}
            </Tabs.Tab>
          )}
        </Tabs.List>
        <Tabs.Panel value="chats" className={classes.panel}>
          <ChatTabs first="crew" />
        </Tabs.Panel>
        <Tabs.Panel value="people" className={classes.panel}>
          <PresentPeople event={event} />
        </Tabs.Panel>
        <Tabs.Panel value="nodes" className={classes.panel}>
          <NodesPanel signIn={signIn} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
