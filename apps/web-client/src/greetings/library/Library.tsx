import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button, Group, Modal, Skeleton, Text } from '@mantine/core';
import type { GreetingLinkDto, LiveEventDto } from '@manyhalls/contracts';
import { IconMailPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault } from '../../api/faults';
import { useNotice } from '../../app/use-notice';
import { moved } from '../../organise/moved';
import { RetryLine } from '../../organise/RetryLine';
import { GreetingDrawer } from './GreetingDrawer';
import { GreetingForm } from './GreetingForm';
import classes from './Library.module.css';
import { libraryApi } from './library.api';
import { LibraryRow } from './LibraryRow';
import { LinkShown } from './LinkShown';
import { useLibrary } from './use-library';
import { useLibraryWords } from './use-library-words';

/** The recorded greetings of an event in order of precedence, and what the crew does with them. */
export function Library({ event, signInId }: { event: LiveEventDto; signInId: string }) {
  const { t } = useTranslation(['greetings', 'app']);
  const words = useLibraryWords();
  const notice = useNotice();
  const api = useMemo(() => libraryApi(signInId, event.id), [signInId, event.id]);
  const { greetings, fault, reload, put, show } = useLibrary(event.id, api);
  const [inviting, setInviting] = useState<'form' | GreetingLinkDto | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const open = greetings?.find(({ id }) => id === openId) ?? null;

  const move = async (id: string, by: number) => {
    if (!greetings) return;
    const index = greetings.findIndex((one) => one.id === id);
    const greeting = greetings[index];
    if (!greeting || by === 0) return;
    const order = moved(greetings, index, by).map((one, place) => ({ ...one, position: place + 1 }));
    show(order);
    try {
      await api.update(id, { version: greeting.version, position: greeting.position + by });
    } catch (error) {
      notice(words(asFault(error)), 'danger');
    }
    reload();
  };

  return (
    <section>
      <Group justify="space-between" mb="md">
        <Text c="dimmed" maw="40rem">
          {t('library.intro')}
        </Text>
        <Button leftSection={<IconMailPlus size={18} aria-hidden />} onClick={() => setInviting('form')}>
          {t('library.invite')}
        </Button>
      </Group>
      {fault && <RetryLine fault={fault} onRetry={reload} />}
      {!greetings && !fault && <Skeleton height={120} />}
      {greetings?.length === 0 && <Text className={classes.empty}>{t('library.none')}</Text>}
      {greetings && greetings.length > 0 && (
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          onDragEnd={({ active, over }) => {
            const place = (id: unknown) => greetings.findIndex((one) => one.id === id);
            if (over) void move(String(active.id), place(over.id) - place(active.id));
          }}
        >
          <SortableContext items={greetings} strategy={verticalListSortingStrategy}>
            <ol className={classes.rows}>
              {greetings.map((greeting, index) => (
                <LibraryRow
                  key={greeting.id}
                  greeting={greeting}
                  api={api}
                  first={index === 0}
                  last={index === greetings.length - 1}
                  onMove={(by) => void move(greeting.id, by)}
                  onOpen={() => setOpenId(greeting.id)}
                />
              ))}
            </ol>
          </SortableContext>
        </DndContext>
      )}
      <Modal
        opened={inviting !== null}
        onClose={() => setInviting(null)}
        size="lg"
        title={t(inviting === 'form' ? 'library.invite' : 'library.linkTitle')}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        {inviting === 'form' && (
          <GreetingForm
            event={event}
            greeting={null}
            submit={t('library.makeLink')}
            onSave={async (facts) => {
              setInviting(await api.invite(facts));
              reload();
            }}
          />
        )}
        {inviting && inviting !== 'form' && <LinkShown made={inviting} onDone={() => setInviting(null)} />}
      </Modal>
      {open && (
        <GreetingDrawer
          event={event}
          greeting={open}
          api={api}
          onChange={put}
          onReload={reload}
          onClose={() => setOpenId(null)}
        />
      )}
    </section>
  );
}
