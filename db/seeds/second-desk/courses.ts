import { prose } from '../prose.ts';
import type { SeedCourse } from '../seed-content.ts';

/** What Second Desk leads people through between sessions. */
export const secondDeskCourses: SeedCourse[] = [
  {
    key: 'first-ninety', slug: 'first-ninety-days', title: 'The first ninety days', subject: 'real estate', level: 'beginner', instructorKey: 'elena', priceCents: 14_900, status: 'published',
    summary: 'A calendar for new agents: who to call, what to say, and when to stop for the day.',
    description: prose`<p>Twelve weeks on one page. Elena used it in a town where she knew the mailman and nobody else.</p>`,
    outcomes: ['Have 100 people you may call', 'Hold three open houses that lead to something', 'Stop at five'],
    sections: [{
      title: 'Weeks one to four',
      lessons: [
        {
          title: 'A hundred names', kind: 'text', isPreview: true,
          bodyHtml: prose`
            <p>Open a blank sheet and write names until you have a hundred. Not leads: people who would recognise yours. Your dentist counts. So does the couple from the trail, if you can find out what they are called.</p>
            <p>Beside each, write what you last spoke about. Where that is empty, you are not calling about real estate; you are calling to fill it in. It takes four minutes and you do five a day, before ten in the morning, standing up.</p>
            <p>You will run out of courage around name thirty. Everybody does. That is what the other seventy are for: by the time you reach them the first thirty have begun to call you back.</p>`,
        },
        {
          title: 'An open house with a purpose', kind: 'text',
          bodyHtml: prose`
            <p>Choose the house, not the date. You want one that the neighbours are curious about, listed by an agent who has no time. Offer to host it, bring the signs, and send them a page of notes the same evening. You are being interviewed by the whole street and by that agent.</p>
            <p>Knock on the twenty nearest doors on Thursday. The invitation is for half an hour before the public, because neighbours say things to each other that they would not say to you.</p>
            <p>One question at the door, and only one: what would have to be true for you to move? Write the answers down in the car, before the next thing happens.</p>`,
        },
      ],
    }],
  },
  {
    key: 'listing-table', slug: 'the-listing-table', title: 'At the kitchen table', subject: 'real estate', level: 'advanced', instructorKey: 'marcus', priceCents: 22_000, status: 'published',
    summary: 'The listing appointment in five parts, with the silence left in.',
    description: prose`<p>For agents who get the appointment and not the listing.</p>`,
    outcomes: ['Ask before you show anything', 'Say the price and then nothing'],
    sections: [{
      title: 'Before you sit down',
      lessons: [
        {
          title: 'The first ten minutes', kind: 'text', isPreview: true,
          bodyHtml: prose`
            <p>Leave the folder in the car. Ask to be shown round by whoever looks least happy about selling, and let them choose the order of the rooms. The room that they save for last is the one that the price is about.</p>
            <p>Do not admire. Every agent admires. Ask what they changed, and why, and what they would have done next with another year. You are not making conversation: those three answers are the listing, and nobody has ever put them into it.</p>
            <p>Sit down only when they do. If there is coffee, take it. You now know more than the comparables do, and you haven’t said a number.</p>`,
        },
      ],
    }],
  },
  {
    key: 'first-call', slug: 'be-the-first-call', title: 'Be the first call', subject: 'lending', level: 'intermediate', instructorKey: 'theo', priceCents: 18_000, status: 'published',
    summary: 'For loan officers: twelve agents who ring you before they ring anyone else.',
    description: prose`<p>A rate is a number that somebody else can always beat by Friday. This is about the other reasons to call you.</p>`,
    outcomes: ['Choose twelve agents, and drop thirty', 'Give bad news before noon'],
    sections: [{
      title: 'Twelve agents',
      lessons: [
        {
          title: 'Bad news before noon', kind: 'text', isPreview: true,
          bodyHtml: prose`
            <p>An agent forgives a loan that dies. They do not forgive learning it at six in the evening with a client in the car. So there is one rule in my office: if it smells, the agent hears before noon, from me, by voice.</p>
            <p>The call has three sentences. What happened. What I have done about it since. What you can tell your buyer, word for word. Then stop, because whatever you add after that is for you and not for them.</p>
            <p>Do this four times and you will notice that they have stopped asking about the rate. They were never buying it. They were buying not to be surprised.</p>`,
        },
      ],
    }],
  },
  {
    key: 'pay-yourself', slug: 'pay-yourself', title: 'Pay yourself in February', subject: 'career', level: 'beginner', instructorKey: 'joanne', priceCents: 0, status: 'published',
    summary: 'One free session on turning lumps of commission into a salary.',
    description: prose`<p>Three accounts, one transfer on the first of the month. Bring last year’s closings.</p>`,
    outcomes: ['Know the smallest month you can live on'],
    sections: [{
      title: 'Three accounts',
      lessons: [
        {
          title: 'The smallest month', kind: 'text', isPreview: true,
          bodyHtml: prose`
            <p>Write down what last February cost you. Not what it should have cost: what left the account. That is your salary, and from now on it is a bill like any other, paid on the first by the business to you.</p>
            <p>Each commission goes into one account and is split the same day. A third is for taxes and you may never look at it. Of the rest, fill the salary account until it holds four Februaries. Only what is over after that may be spent on the business, or on you.</p>
            <p>The first months feel poor. Then comes a spring in which nothing closes for nine weeks, and you notice that you are sleeping.</p>`,
        },
      ],
    }],
  },
  {
    key: 'bottleneck', slug: 'the-bottleneck-is-you', title: 'The bottleneck is you', subject: 'leadership', level: 'advanced', instructorKey: 'dana', priceCents: 29_000, status: 'published',
    summary: 'Six weeks for team leads who still read every contract.',
    description: prose`<p>You were the best agent on the team, so they gave you the team. Now what?</p>`,
    outcomes: ['Hand over one thing a week, for good'],
    sections: [{
      title: 'Week one',
      lessons: [
        {
          title: 'A list of everything you touch', kind: 'text', isPreview: true,
          bodyHtml: prose`
            <p>For five days, write down each thing that waited for you. A signature, a price, a yes. Not how long it took; how long it <em>waited</em>. On Friday add it up by person. You are looking at what your team thinks of when they think of you.</p>
            <p>Pick the one that waited most often and is least likely to hurt anybody. Give it to one person, by name, with the limits in writing: up to this amount, for these cases, and tell me on Mondays.</p>
            <p>They will do it differently. That is not the same as wrong, and learning to hear the difference is what the other five weeks are about.</p>`,
        },
      ],
    }],
  },
];
