import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FeedSource, FeedState, MediaFileDto, MicrophonePlace, TrackKind } from '@manyhalls/contracts';
import type { Feed, PublishedTrack } from './feed';

@Entity('feeds')
export class FeedEntity implements Feed {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @Column('uuid', { nullable: true }) venueId: string | null;
  @Column('uuid', { nullable: true }) participantId: string | null;
  @Column('uuid', { nullable: true }) peerId: string | null;
  @Column('text') source: FeedSource;
  @Column('text') state: FeedState;
  @Column('text') displayName: string;
  @Column('text') microphonePlace: MicrophonePlace;
  @Column('text', { array: true }) muted: TrackKind[];
  @Column('boolean') online: boolean;
  @Column('jsonb') tracks: PublishedTrack[];
  @Column('integer') generation: number;
  @Column('uuid', { nullable: true }) greetingId: string | null;
  @Column('jsonb', { nullable: true }) file: MediaFileDto | null;
  @Column('timestamptz', { default: () => 'now()' }) openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}
