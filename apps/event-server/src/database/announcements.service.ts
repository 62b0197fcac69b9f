import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { Config } from '../config/config';

export interface AnnouncementListener {
  heard(payload: string): void;
  /** The line was cut for a while and works again: whatever was announced meanwhile was missed. */
  missedSome(): void;
}

const retryMs = 500;
/** A connection that died without a word is noticed by asking; TCP alone may take many minutes. */
const proveMs = 5_000;

/**
 * Telling every event-server something, by Postgres NOTIFY. One connection of its own listens, since a pool's
 * connections come and go: https://www.postgresql.org/docs/current/sql-notify.html
 */
@Injectable()
export class Announcements implements OnApplicationShutdown {
  private readonly logger = new Logger('Announcements');
  private readonly listeners = new Map<string, AnnouncementListener[]>();
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private started = false;
  private wasCut = false;
  private stopped = false;

  constructor(private readonly config: Config) {}

  /**
   * Tells every server, this one too, once the transaction of `manager` is committed.
   * @param payload at most 7,999 bytes
   */
  async announce(manager: EntityManager, channel: string, payload: string): Promise<void> {
    await manager.query('SELECT pg_notify($1, $2)', [channel, payload]);
  }

  /** Resolves when listening for sure; while Postgres is away it keeps trying in the background. */
  async listen(channel: string, listener: AnnouncementListener): Promise<void> {
    const known = this.listeners.get(channel);
    if (known) known.push(listener);
    else this.listeners.set(channel, [listener]);
    if (!this.started) {
      this.started = true;
      await this.connect();
    } else if (!known) await this.client?.query(`LISTEN ${this.client.escapeIdentifier(channel)}`);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.config.databaseUrl,
      application_name: 'manyhalls announcements',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    this.client = client;
    client.on('error', (error) => this.cut(client, error));
    client.on('end', () => this.cut(client, new Error('ended')));
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener.heard(payload ?? '');
    });
    try {
      await client.connect();
      for (const channel of this.listeners.keys())
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      this.cut(client, error);
      return;
    }
    this.proveSoon(client);
    if (!this.wasCut) return;
    this.wasCut = false;
    this.logger.log('listening again');
    for (const listener of [...this.listeners.values()].flat()) listener.missedSome();
  }

  private proveSoon(client: Client): void {
    if (this.client !== client) return;
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.proveSoon(client),
        (error: unknown) => this.cut(client, error),
      );
    }, proveMs);
  }

  private cut(client: Client, error: unknown): void {
    if (this.stopped || this.client !== client) return;
    if (!this.wasCut) this.logger.warn(`cannot hear the other servers: ${String(error)}`);
    this.client = null;
    this.wasCut = true;
    client.end().catch(() => {});
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), retryMs);
  }
}
