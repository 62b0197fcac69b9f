import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The row that every change of a session's show state locks, so that changes come one after the other. */
@Entity('shows')
export class ShowEntity {
  @PrimaryColumn('uuid') sessionId: string;
  @Column('integer', { default: 0 }) version: number;
}
