// GitHub's names of the emoji that stand in release notes: gitmoji's set, reactions, and what people decorate lists with.
const NAMES = `
+1 👍 -1 👎 thumbsup 👍 thumbsdown 👎 100 💯 1234 🔢 accept 🉑 adhesive_bandage 🩹 airplane ✈️ alarm_clock ⏰ alembic ⚗️
alien 👽️ ambulance 🚑️ anchor ⚓️ angry 😠 apple 🍎 arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️ arrow_up ⬆️
arrow_heading_up ⤴️ art 🎨 astonished 😲 baby 👶 balloon 🎈 bar_chart 📊 battery 🔋 bear 🐻 bee 🐝 beer 🍺 beers 🍻
beetle 🪲 bell 🔔 bento 🍱 bike 🚲 bird 🐦 birthday 🎂 blue_heart 💙 blush 😊 book 📖 bookmark 🔖 bookmark_tabs 📑
books 📚 boom 💥 bricks 🧱 broken_heart 💔 broom 🧹 bug 🐛 building_construction 🏗️ bulb 💡 bust_in_silhouette 👤
busts_in_silhouette 👥 cake 🍰 calendar 📆 camera 📷 camera_flash 📸 candle 🕯️ card_file_box 🗃️ card_index 📇 cat 🐱
chains ⛓️ champagne 🍾 chart_with_downwards_trend 📉 chart_with_upwards_trend 📈 checkered_flag 🏁 cherries 🍒
children_crossing 🚸 christmas_tree 🎄 clap 👏 clapper 🎬 clipboard 📋 clock1 🕐 closed_lock_with_key 🔐 cloud ☁️
clown_face 🤡 cocktail 🍸 coffee ☕️ coffin ⚰️ computer 💻 confetti_ball 🎊 confused 😕 construction 🚧
construction_worker 👷 cookie 🍪 cop 👮 copyright ©️ crab 🦀 credit_card 💳 crossed_fingers 🤞 crossed_flags 🎌
crown 👑 cry 😢 crying_cat_face 😿 crystal_ball 🔮 dancer 💃 dart 🎯 dash 💨 date 📅 desktop_computer 🖥️ detective 🕵️
diamonds ♦️ dizzy 💫 dog 🐶 dolphin 🐬 door 🚪 dragon 🐉 dragon_face 🐲 droplet 💧 duck 🦆 ear 👂 earth_africa 🌍️
earth_americas 🌎️ earth_asia 🌏️ egg 🥚 eight_spoked_asterisk ✳️ electric_plug 🔌 elephant 🐘 email 📧 envelope ✉️
evergreen_tree 🌲 exclamation ❗️ heavy_exclamation_mark ❗️ exploding_head 🤯 eye 👁️ eyeglasses 👓 eyes 👀 factory 🏭
fallen_leaf 🍂 fast_forward ⏩️ file_cabinet 🗄️ file_folder 📁 film_strip 🎞️ fire 🔥 fire_engine 🚒 fireworks 🎆
fish 🐟 flashlight 🔦 floppy_disk 💾 flower_playing_cards 🎴 four_leaf_clover 🍀 fox_face 🦊 gear ⚙️ gem 💎 ghost 👻
gift 🎁 gift_heart 💝 globe_with_meridians 🌐 goal_net 🥅 grapes 🍇 green_apple 🍏 green_book 📗 green_circle 🟢
green_heart 💚 grey_exclamation ❕ grey_question ❔ grin 😁 grinning 😀 guitar 🎸 hammer 🔨 hammer_and_pick ⚒️
hammer_and_wrench 🛠️ handshake 🤝 hankey 💩 hatched_chick 🐥 hatching_chick 🐣 heart ❤️ heart_eyes 😍 heartbeat 💓
hearts ♥️ heavy_check_mark ✔️ heavy_minus_sign ➖ heavy_multiplication_x ✖️ heavy_plus_sign ➕ hedgehog 🦔
heavy_dollar_sign 💲 herb 🌿 honeybee 🐝 hook 🪝 hotsprings ♨️ hourglass ⌛️ hourglass_flowing_sand ⏳️ house 🏠
hugs 🤗 inbox_tray 📥 incoming_envelope 📨 information_source ℹ️ innocent 😇 iphone 📱 jack_o_lantern 🎃 joy 😂 key 🔑
keyboard ⌨️ kiss 💋 kite 🪁 label 🏷️ ladder 🪜 lady_beetle 🐞 laughing 😆 leaves 🍃 ledger 📒 left_right_arrow ↔️
lemon 🍋 leopard 🐆 link 🔗 lipstick 💄 lock 🔒 lock_with_ink_pen 🔏 loud_sound 🔊 loudspeaker 📢 love_letter 💌 mag 🔍️
mag_right 🔎 magic_wand 🪄 magnet 🧲 mailbox 📫️ mage 🧙 mega 📣 memo 📝 microscope 🔬 mirror 🪞 money_with_wings 💸
moneybag 💰 monocle_face 🧐 monkey 🐒 moon 🌔 mountain ⛰️ muscle 💪 musical_note 🎵 mute 🔇 necktie 👔 new 🆕
newspaper 📰 newspaper_roll 🗞️ no_bell 🔕 no_entry ⛔️ no_entry_sign 🚫 notebook 📓 notes 🎶 nut_and_bolt 🔩 octopus 🐙
ok 🆗 ok_hand 👌 open_book 📖 open_file_folder 📂 open_hands 👐 open_mouth 😮 orange_book 📙 orange_circle 🟠
orange_heart 🧡 outbox_tray 📤 owl 🦉 package 📦 page_facing_up 📄 page_with_curl 📃 paintbrush 🖌️ palm_tree 🌴
panda_face 🐼 paperclip 📎 partying_face 🥳 passport_control 🛂 pencil 📝 pencil2 ✏️ penguin 🐧 pensive 😔 phone ☎️
pick ⛏️ pill 💊 pinching_hand 🤏 pineapple 🍍 pizza 🍕 point_down 👇️ point_left 👈️ point_right 👉️ point_up ☝️
point_up_2 👆️ poop 💩 postal_horn 📯 pouting_cat 😾 pray 🙏 printer 🖨️ purple_circle 🟣 purple_heart 💜 pushpin 📌
put_litter_in_its_place 🚮 question ❓️ rabbit 🐰 racehorse 🐎 rage 😡 rainbow 🌈 raised_hands 🙌 recycle ♻️ red_circle 🔴
registered ®️ relaxed ☺️ relieved 😌 repeat 🔁 rewind ⏪️ ribbon 🎀 robot 🤖 rocket 🚀 rose 🌹 rotating_light 🚨
round_pushpin 📍 safety_vest 🦺 sauropod 🦕 scissors ✂️ scream 😱 scroll 📜 see_no_evil 🙈 seedling 🌱 sheep 🐑
shield 🛡️ ship 🚢 shopping_cart 🛒 shrug 🤷 skull 💀 sleeping 😴 small_blue_diamond 🔹 small_orange_diamond 🔸
small_red_triangle 🔺 smile 😄 smiley 😃 smirk 😏 snail 🐌 snake 🐍 snowflake ❄️ sob 😭 soccer ⚽️ sound 🔉
space_invader 👾 sparkle ❇️ sparkler 🎇 sparkles ✨ sparkling_heart 💖 speaker 🔈️ speech_balloon 💬 spider 🕷️
spider_web 🕸️ squirrel 🐿️ star ⭐️ star2 🌟 star_struck 🤩 stars 🌠 stethoscope 🩺 stop_sign 🛑 stopwatch ⏱️
straight_ruler 📏 sun_with_face 🌞 sunflower 🌻 sunglasses 😎 sunny ☀️ sunrise 🌅 sweat_smile 😅 symbols 🔣 t-rex 🦖
tada 🎉 tanabata_tree 🎋 technologist 🧑‍💻 telescope 🔭 tent ⛺️ test_tube 🧪 thinking 🤔 thought_balloon 💭 thread 🧵
tiger 🐯 timer_clock ⏲️ tm ™️ tongue 👅 toolbox 🧰 top 🔝 tornado 🌪️ traffic_light 🚥 triangular_flag_on_post 🚩
triangular_ruler 📐 trophy 🏆 truck 🚚 tulip 🌷 turtle 🐢 tv 📺 twisted_rightwards_arrows 🔀 two_hearts 💕 umbrella ☔️
unicorn 🦄 unlock 🔓 up 🆙 v ✌️ vertical_traffic_light 🚦 vhs 📼 video_camera 📹️ video_game 🎮 warning ⚠️
wastebasket 🗑️ watch ⌚️ wave 👋 waving_hand 👋 whale 🐳 whale2 🐋 wheelchair ♿️ white_check_mark ✅ white_circle ⚪️
white_heart 🤍 wind_face 🌬️ wine_glass 🍷 wink 😉 wolf 🐺 wood 🪵 world_map 🗺️ wrench 🔧 writing_hand ✍️ x ❌ yellow_circle 🟡
yellow_heart 💛 yum 😋 zap ⚡️ zipper_mouth_face 🤐
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ zero 0️⃣ keycap_ten 🔟`;

let emoji: Map<string, string> | undefined;

/** `:tada:` → 🎉. A name that is not known, or a colon inside a word or a time, stays as written. */
export function replaceShortcodes(text: string): string {
  if (!text.includes(":")) return text;
  emoji ??= readNames();
  const known = emoji;
  // A run of shortcodes without spaces is one match, so that `std::rocket::x` is none.
  return text.replace(/(?<![A-Za-z0-9_:])(?::[a-z0-9_+-]+:)+(?![A-Za-z0-9_:])/g, (run) =>
    run.replace(/:([^:]+):/g, (written, name) => known.get(name) ?? written),
  );
}

function readNames(): Map<string, string> {
  const words = NAMES.trim().split(/\s+/);
  return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1]!]] : [])));
}
