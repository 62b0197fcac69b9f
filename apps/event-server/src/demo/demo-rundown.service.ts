import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CueEditing } from '../rundown/editing.service';
import { RundownChanges } from '../rundown/rundown-changes.service';
import { RundownRows } from '../rundown/rundown-rows.service';
import { beginRun } from '../rundown/runs';
import type { Session } from '../sessions/session';
import type { Venue } from '../venues/venue';
import { demoEditor } from './demo-editor';
import { demoCues, type DemoCue } from './demo-cues';

/** The rundown of the demo's plenary, for as long as nobody has written another one. */
@Injectable()
export class DemoRundown {
  constructor(
    private readonly editing: CueEditing,
    private readonly changes: RundownChanges,
    private readonly rows: RundownRows,
  ) {}

  async findOrWrite({ id: sessionId }: Session, venues: readonly Venue[]): Promise<void> {
    const { cues, removed } = await this.rows.read(sessionId);
    if (cues.length + removed.length > 0) return;
    let afterCueId: string | null = null;
    for (const { minutes, picks, ...content } of demoCues) {
      const id = randomUUID();
      await this.editing.add(demoEditor, sessionId, {
        id,
        afterCueId,
        ...content,
        startsAt: null,
        lengthSeconds: minutes * 60,
        picks: picksOf(picks, venues),
        greetingId: null,
      });
      afterCueId = id;
    }
  }

  /** A plenary that was moved to today begins from the top. */
  async restart({ id }: Session): Promise<void> {
    await this.changes.change(id, (held) => beginRun(held, held.session.status));
  }
}

function picksOf(picks: DemoCue['picks'], venues: readonly Venue[]) {
  return picks.flatMap(({ hall, source }) => {
    const venue = venues.find(({ key }) => key === hall);
    return venue ? [{ venueId: venue.id, source }] : [];
  });
}
