import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that say how a participant wants to be reminded. */
export const ReminderCommandsResolver = commandResolver('ReminderCommandsResolver', {
  SetReminderPreferences: {
    allow: 'work:write',
    does: 'Says through what and at which times of day a participant wants to be reminded. No channels: not at all.',
    takes: 'Channels, times of day and quiet hours, on the participant’s clock.',
  },
  PauseReminders: {
    allow: 'work:write',
    does: 'Stops reminders for a while. Homework stays what it is.',
    takes: 'From which of the participant’s days on, and until which.',
  },
  ResumeReminders: {
    allow: 'work:write',
    does: 'Lets reminders go out again.',
    takes: 'From which day on.',
  },
});
