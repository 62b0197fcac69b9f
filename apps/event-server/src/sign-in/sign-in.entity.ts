import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One device on which a person is signed in. */
@Entity('sign_ins')
export class SignInEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') participantId: string;
  @Column('text') secretHash: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  /** When it can no longer be refreshed; every refresh moves it on. */
  @Column('timestamptz') expiresAt: Date;
  /** Taken back, or signed out. */
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
