import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Playback } from './playback';

@Entity('playbacks')
export class PlaybackEntity implements Playback {
  @PrimaryColumn('uuid') feedId: string;
  @Column('uuid') greetingId: string;
  @Column('uuid', { nullable: true }) takeId: string | null;
  @Column('text') state: Playback['state'];
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('double precision') positionSeconds: number;
  @Column('text', { nullable: true }) fault: Playback['fault'];
  @Column('uuid', { nullable: true, select: false }) leasedBy: string | null;
  @Column('timestamptz', { nullable: true, select: false }) leasedUntil: Date | null;
}
