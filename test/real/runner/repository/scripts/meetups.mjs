console.log(
  JSON.stringify([
    { title: "Rust and tea", link: "https://meetups.example.com/1", when: "Tuesday" },
    { title: 'Quotes "and" `ticks`', link: "https://meetups.example.com/2", when: "Friday" },
  ]),
);
