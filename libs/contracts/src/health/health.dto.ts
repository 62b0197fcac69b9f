/** How an event-server is. */
export class HealthDto {
  /** Whether the database answers. */
  database: boolean;
  /** Media nodes that can be asked now, by their names. */
  nodes: string[];
}
