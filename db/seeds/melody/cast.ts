import type { SeedPerson } from '../seed-content.ts';

/** Everyone at Melody whom tests, docs and the demo call by name. */
export const melodyCast: SeedPerson[] = [
  {
    key: 'kevin', name: 'Kevin Moreira', email: 'kevin@melody.example', role: 'owner', title: 'Founder',
    bio: 'Played bass in other people’s bands for fifteen years, then opened a school with four rooms and a kettle. Still teaches the Thursday rhythm section.',
  },
  {
    key: 'ines', name: 'Inês Duarte', email: 'ines@melody.example', role: 'instructor', title: 'Piano and jazz',
    bio: 'Studied classical piano in Lisbon and learned the rest on the bandstand of the Hot Clube. Believes most hard passages are two easy ones that have not been introduced.',
  },
  {
    key: 'tomas', name: 'Tomás Reis', email: 'tomas@melody.example', role: 'instructor', title: 'Violin and ensembles',
    bio: 'Orchestral violinist, second desk by choice: it is where you hear the most. Leads the beginners’ string ensemble on Tuesdays.',
  },
  {
    key: 'rui', name: 'Rui Sá', email: 'rui@melody.example', role: 'instructor', title: 'Guitar and bass',
    bio: 'Fingerstyle guitar, Portuguese songs, and a long patience with left hands. Records everything at half speed first.',
  },
  {
    key: 'marta', name: 'Marta Lobo', email: 'marta@melody.example', role: 'instructor', title: 'Voice and choir',
    bio: 'Sings early music and teaches people who were once told to mouth the words. None of them were right to be told so.',
  },
  {
    key: 'ana', name: 'Ana Pires', email: 'ana@melody.example', role: 'admin', title: 'Front desk',
    bio: 'Knows which room has the good piano, and when it is free.',
  },
  {
    key: 'joao', name: 'João Veiga', email: 'joao@melody.example', role: 'assistant', title: 'Practice room assistant',
    bio: 'Third-year percussion student. Sits in on group classes and answers questions between them.',
  },
  student('mei', 'Mei Lin'),
  student('grace', 'Grace Okafor'),
  student('omar', 'Omar Haddad'),
  student('leo', 'Leo Martins'),
  student('sofia', 'Sofia Nunes'),
  student('astrid', 'Astrid Bjørnstad'),
  student('dilara', 'Dilara Yıldız'),
  student('pawel', 'Paweł Zieliński'),
  student('beatriz', 'Beatriz Fonseca'),
  student('hugo', 'Hugo Lefèvre'),
  student('noor', 'Noor van der Meer'),
  student('thandiwe', 'Thandiwe Nkosi'),
  student('carmo', 'Maria do Carmo Tavares'),
  student('kenji', 'Kenji Watanabe'),
  student('eoin', 'Eoin O’Sullivan'),
];

function student(key: string, name: string): SeedPerson {
  return { key, name, email: `${key}@melody.example`, role: 'student' };
}
