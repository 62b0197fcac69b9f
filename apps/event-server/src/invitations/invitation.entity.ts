import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The link by which one invited person signs in. Taking it back is revoking the person. */
@Entity('invitations')
export class InvitationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') participantId: string;
  @Column('text') secretHash: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  /** The first time. */
  @Column('timestamptz', { nullable: true }) redeemedAt: Date | null;
}
