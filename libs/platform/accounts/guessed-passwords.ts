/**
 * Passwords of twelve characters and more that lists of leaked passwords have near the top, without punctuation and in
 * lower case. Shorter ones are refused for their length.
 */
const LISTED = `
passwordpassword password1234 password12345 password123456 passw0rd1234 passwordqwerty mypassword123 mypassword1234
adminadminadmin administrator administrator1 administrator123 adminpassword welcomewelcome welcome12345 welcome123456
letmeinletmein letmeinplease letmein12345 changemechangeme changemeplease changeme1234 changeme12345 pleasechangeme
iloveyouiloveyou iloveyou1234 iloveyou12345 iloveyouforever iloveyousomuch iloveyoubaby qwertyqwerty qwertyuiop123
qwertyuiop12 qwertyuiop1234 qwerty123456 qwerty1234567 qwertyasdfgh qwertyuiopasdfghjkl asdfghjklzxcvbnm 1q2w3e4r5t6y
1q2w3e4r5t6y7u8i q1w2e3r4t5y6 q1w2e3r4t5y6u7i8 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 abc123abc123 abcd12345678
abcdefgh1234 a1b2c3d4e5f6 aa123456789a a12345678910 123456789abc 1234567890ab 123456789qwe 123qweasdzxc 123qwe123qwe
qwe123qwe123 qweasdzxc123 qazwsxedcrfv sunshine1234 princess1234 football1234 baseball1234 superman1234 batman123456
dragon123456 monkey123456 master123456 michael12345 jordan123456 liverpoolfc1 manchesterunited manchestercity chelseafc1234
arsenal12345 trustno1trustno1 startrek1234 starwars1234 mustang12345 computer1234 internet1234 samsung12345 google123456
facebook1234 linkedin1234 microsoft123 test12345678 testtesttest testpassword temppassword temporary123 defaultpassword
secretsecret supersecret123 topsecret123 nopassword123 thisisapassword thisismypassword correcthorsebatterystaple
correcthorse correcthorsebattery opensesame123 summer202012 spring2024spring winter123456 autumn123456 january12345
therapytherapy therapist123 psychotherapy psychotherapist psychology123 hospital1234 medicine1234 doctor123456 research1234
university123 homeworkhomework participant1 participant123 clinician1234 intersession intersession1 intersession123
`;

export const GUESSED_PASSWORDS: ReadonlySet<string> = new Set(LISTED.split(/\s+/).filter((word) => word !== ''));
