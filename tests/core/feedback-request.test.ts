import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackRequest, mailtoUrl, REQUEST_NAMES } from '../../src/core/feedback-request.ts';
import { namesIn } from '../../src/core/text/template.ts';
import { LOSS } from '../support/shipped.ts';

const SHIPPED = LOSS['feedback-request'] ?? { subject: '', text: '' };
const DANA = { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100', email: 'dana@northwind.example' };

describe('the request to the buyer', () => {
  const { text } = feedbackRequest(SHIPPED, 'Northwind Logistics', DANA);

  test.each([
    ['asks directly which part of the approach to improve', 'which part of my approach do I most need to improve?'],
    ['asks not to be spared', 'Please do not spare me.'],
    ['promises not to reopen the decision', 'I accept the decision and will not reopen it.'],
    ['offers to say whether the problem was understood', 'did I understand your problem'],
    ['offers to say whether the people were right', 'bring the right people'],
    ['offers to say whether the pace was right', 'keep the right pace'],
    ['offers to say whether the value was clear', 'make the value clear'],
  ])('%s', (_what, words) => {
    expect(text).toContain(words);
  });

  test('speaks no jargon of selling', () => {
    expect(text).not.toMatch(/discovery|pipeline|stakeholder|champion|prospect|pain|close|demo|qualif/i);
  });

  test('greets the contact by first name, and anybody else without one', () => {
    expect(text).toMatch(/^Hello Dana,\n/);
    expect(feedbackRequest(SHIPPED, 'Northwind Logistics', undefined).text).toMatch(/^Hello there,\n/);
  });

  test('is the very text that the action after a debrief hands over', () => {
    expect(LOSS.rules.find(({ id }) => id === 'thank-and-ask')?.message).toBe(SHIPPED.text);
  });

  test('can name nothing but the contact and the deal', () => {
    expect(namesIn(`${SHIPPED.subject}${SHIPPED.text}`).filter((name) => !REQUEST_NAMES.includes(name))).toEqual([]);
    expect(
      feedbackRequest({ subject: '{said}', text: '{own-it|}{contact.phone|}{deal}' }, 'Contoso', DANA),
    ).toMatchObject({
      subject: '',
      text: 'Contoso',
    });
  });
});

describe('the link that opens a mail', () => {
  test('has the address as it is, and the lines of the text as mails have them', () => {
    expect(link('dana@northwind.example', 'One question', 'Hello Dana,\nthanks.')).toBe(
      'mailto:dana@northwind.example?subject=One%20question&body=Hello%20Dana%2C%0D%0Athanks.',
    );
  });

  test('leaves the recipient open where no address is known', () => {
    expect(link(undefined, 'a', 'b')).toBe('mailto:?subject=a&body=b');
  });

  test('takes no further recipients or headers from an address', () => {
    expect(link('dana@northwind.example?bcc=rival@globex.example&x', 'a', 'b')).toBe(
      'mailto:dana%40northwind.example%3Fbcc%3Drival@globex.example%26x?subject=a&body=b',
    );
  });

  test('reads back the same, whatever is in it, and needs no quotes anywhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (subject, text) => {
        const url = link('dana@northwind.example', subject, text);
        expect(url).toMatch(/^[\w.~%@:?&=-]*$/);
        const { searchParams } = new URL(url.replaceAll('+', '%2B'));
        expect(searchParams.get('subject')).toBe(subject);
        expect(searchParams.get('body')).toBe(text.replaceAll(/\r?\n/g, '\r\n'));
      }),
    );
  });

  test('holds half a character only as a sign that it was one', () => {
    expect(link('dana@northwind.example', '\ud800', '')).toContain('subject=%EF%BF%BD');
  });
});

function link(email: string | undefined, subject: string, text: string): string {
  return mailtoUrl({ to: { name: undefined, email }, subject, text });
}
