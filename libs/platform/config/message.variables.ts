import { z } from 'zod';
import { vapidKeysOf } from '../vault/vapid.keys.ts';
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
  BOUNCE_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9._~+/=-]{32,500}$/)
    .optional()
    .register(variableNotes, {
      purpose:
        'Lets a mail server tell at /mail/bounces which messages came back later: docs/reminders-and-safety.md says how. Needs SMTP_URL.',
      expected: '32 to 500 letters, digits and . _ ~ + / = -',
      absent: 'nobody can tell, and messages that come back later stay sent',
      secret: true,
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
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}=?$/)
    .refine((text) => vapidKeysOf(Buffer.from(text, 'base64url')) !== undefined)
    .optional()
    .register(variableNotes, {
      purpose:
        'By which push services know this installation. Phones that take push messages hang on it: with another one they have to be asked anew.',
      expected: 'a private key of P-256: 32 bytes in base64url',
      absent: 'a key of its own, made at first need and kept with the keys of participants',
      secret: true,
    }),
  PUSH_CONTACT: z
    .string()
    .max(320)
    .regex(/^(mailto:[^\s<>@]+@[^\s<>@]+|https:\/\/[^\s<>]+)$/)
    .optional()
    .register(variableNotes, {
      purpose: 'Whom operators of push services can turn to; it goes along with every push message.',
      expected: 'mailto:name@host or an https address',
      absent: 'PUBLIC_URL where it is https, else MAIL_FROM; without any of them no push messages go out',
    }),
};
