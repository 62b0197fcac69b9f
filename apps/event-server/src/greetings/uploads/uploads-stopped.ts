/**
 * Announced with a greeting's id whenever what is being sent for it is of no use any more: the link was taken back or
 * replaced, the greeting approved or deleted.
 */
export const uploadsStopped = 'greeting_uploads_stopped';
