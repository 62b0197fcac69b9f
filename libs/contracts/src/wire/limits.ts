/** The longest a person may write in one field, in UTF-16 code units. */
export const limits = {
  name: 120,
  institution: 200,
  title: 200,
  description: 4000,
  key: 40,
  /** One socket message, in bytes. */
  socketPayload: 256 * 1024,
} as const;
