import { z } from 'zod';
import { isLoopbackName, urlOf, variableNotes } from './variable.notes.ts';

/** Variables of what goes out to participants and staff. */
export const messageVariables = {
  SMTP_URL: urlOf('smtp', 'smtps').optional().register(variableNotes, {
    purpose:
      'Mail server for reminders and safety alerts. With a password the connection is encrypted or nothing is sent; `?tls=required` asks for that without one. Needs MAIL_FROM.',
    expected: 'smtp://user:password@host:port or smtps://…',
    absent: 'no e-mail: reminders by e-mail fail, alerts are on the screen only',
    secret: true,
  }),
  MAIL_FROM: z
    .string()
    .max(320)
    .regex(/^([^<>\r\n]* <)?[^\s<>@]+@[^\s<>@]+>?$/)
    .optional()
    .register(variableNotes, {
      purpose: 'Address that mail comes from. Best one that names neither a clinic nor a study. Needs SMTP_URL.',
      expected: 'name@host or Name <name@host>',
      absent: 'no e-mail',
    }),
  SMS_URL: urlOf('https', 'http')
    .refine((text) => new URL(text).protocol === 'https:' || isLoopbackName(new URL(text).hostname))
    .optional()
    .register(variableNotes, {
      purpose:
        'A gateway of one’s own that sends SMS: docs/reminders-and-safety.md says what it is asked. Needs SMS_SECRET.',
      expected: 'an https address (http on this computer only)',
      absent: 'no SMS',
    }),
  SMS_SECRET: z.string().min(16).max(500).optional().register(variableNotes, {
    purpose: 'Signs what is asked of the gateway at SMS_URL.',
    expected: '16 to 500 characters',
    absent: 'no SMS',
    secret: true,
  }),
};
