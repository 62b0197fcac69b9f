import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCueName } from '../cue-name';
import type { Editing } from './use-editing';

/** In pixels: less than that is a press. */
const distance = 6;

/** Lets cues be dragged to another place, by pointer, finger or keyboard, and says where they are. */
export function CueSorting({ editing, children }: { editing: Editing; children: ReactNode }) {
  const { t } = useTranslation('rundown');
  const { cues, move } = editing;
  const nameOf = useCueName(cues);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = cues.map(({ id }) => id);
  const place = (id: UniqueIdentifier | undefined) => ids.indexOf(String(id)) + 1;
  const title = (id: UniqueIdentifier) => nameOf(String(id))?.title ?? '';

  const announcements: Announcements = {
    onDragStart: ({ active }) => t('drag.start', { title: title(active.id), number: place(active.id) }),
    onDragOver: ({ active, over }) => t('drag.over', { title: title(active.id), number: place(over?.id) }),
    onDragEnd: ({ active, over }) => t('drag.end', { title: title(active.id), number: place(over?.id) }),
    onDragCancel: ({ active }) => t('drag.cancel', { title: title(active.id), number: place(active.id) }),
  };
  const ended = ({ active, over }: DragEndEvent) => {
    if (!over || over.id === active.id) return;
    const [from, to] = [place(active.id) - 1, place(over.id) - 1];
    // Down: behind the one it is dropped on; up: before it.
    move(String(active.id), ids[to > from ? to : to - 1] ?? null);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('drag.instructions') } }}
      onDragEnd={ended}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}
