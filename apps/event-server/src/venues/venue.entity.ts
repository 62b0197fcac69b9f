import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalizedTextDto } from '@manyhalls/contracts';
import type { Venue } from './venue';

@Entity('venues')
export class VenueEntity implements Venue {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') eventId: string;
  @Column('text') key: string;
  @Column('jsonb') city: LocalizedTextDto;
  @Column('jsonb') name: LocalizedTextDto;
  @Column('text') country: string;
  @Column('text') timeZone: string;
  @Column('text') homeNode: string;
  @Column('integer') position: number;
}
