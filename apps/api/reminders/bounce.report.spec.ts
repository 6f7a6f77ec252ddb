import { describe, expect, it } from '@jest/globals';
import { readBounceJson, readDeliveryReport } from './bounce.report.ts';

const reminderId = '6f1c9a70-54f0-5d0b-9a51-0c8f1f2f6d5e';
const report = (fields: string) =>
  [
    'From: MAILER-DAEMON@mail.example',
    'Message-ID: <20260302.ABC@mail.example>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    'Final-Recipient: rfc822; ada@example.org',
    fields,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${reminderId}@study.example>`,
    '--b--',
  ].join('\r\n');

describe('reports of a mail server', () => {
  it('name the message that came back, for good or for now', () => {
    expect(readDeliveryReport(report('Action: failed\r\nStatus: 5.1.1'))).toEqual({
      reminderIds: [reminderId],
      final: true,
    });
    expect(readDeliveryReport(report('Action: delayed\r\nStatus: 4.4.7'))).toMatchObject({ final: false });
    expect(readDeliveryReport(report('Action: delivered\r\nStatus: 2.0.0'))).toMatchObject({ final: false });
    expect(readDeliveryReport(report('Status: 5.7.1'))).toMatchObject({ final: true });
  });

  it('are told from other mail, and read however they are spelt, cut off or blown up', () => {
    expect(readDeliveryReport('Subject: Hello\r\n\r\nAction! Status?')).toBeUndefined();
    expect(readDeliveryReport('')).toBeUndefined();
    const folded = `Status: 5.0.0\nReferences: <x@y>\n <${reminderId.toUpperCase()}@study.example>`;
    expect(readDeliveryReport(folded)).toEqual({ reminderIds: [reminderId], final: true });
    const many = Array.from({ length: 1_000 }, () => `Message-ID: <${crypto.randomUUID()}@x>`).join('\n');
    expect(readDeliveryReport(`Status: 5.0.0\n${many}`)?.reminderIds).toHaveLength(10);
    expect(readDeliveryReport(`Status: 5.0.0\nMessage-ID: <a${reminderId}@x>`)?.reminderIds).toEqual([]);
  });

  it('may be said as JSON, whose errors name their field', () => {
    const messageId = `<${reminderId}@study.example>`;
    expect(readBounceJson({ messageId })).toEqual({ reminderIds: [reminderId], final: true });
    expect(readBounceJson({ messageId: reminderId, status: '4.4.1' })).toMatchObject({ final: false });
    expect(readBounceJson({ messageId: 'x' })).toMatchObject({ field: 'messageId' });
    expect(readBounceJson({ messageId, status: '550' })).toMatchObject({ field: 'status' });
    expect(readBounceJson({ messageId, more: 1 })).toHaveProperty('problem');
    expect(readBounceJson(undefined)).toHaveProperty('problem');
  });
});
