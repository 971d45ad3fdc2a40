<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
<name>AboutDialog</name>
<message>
<source>About VoiceDesk</source>
<translation>關於 VoiceDesk</translation>
</message>
<message>
<source>Free software under the {licence} licence.</source>
<translation>以 {licence} 授權條款發布的自由軟體。</translation>
</message>
<message>
<source>It is made with:</source>
<translation>使用了下列元件：</translation>
</message>
<message>
<source>Licence</source>
<translation>授權</translation>
</message>
<message>
<source>Part</source>
<translation>元件</translation>
</message>
<message>
<source>Parts and their licences</source>
<translation>元件與授權</translation>
</message>
<message>
<source>Running on Python {python} and Qt {qt}.</source>
<translation>執行環境：Python {python} 與 Qt {qt}。</translation>
</message>
</context>
<context>
<name>AppearancePage</name>
<message>
<source>As the system</source>
<translation>跟隨系統</translation>
</message>
<message>
<source>Changes happen at once. The level of the microphone still moves, for it tells something.</source>
<translation>變更立即生效。麥克風音量仍會動，因為它有意義。</translation>
</message>
<message>
<source>Colours</source>
<translation>色彩</translation>
</message>
<message>
<source>Contrast</source>
<translation>對比</translation>
</message>
<message>
<source>Dark</source>
<translation>深色</translation>
</message>
<message>
<source>High</source>
<translation>高</translation>
</message>
<message>
<source>Language</source>
<translation>語言</translation>
</message>
<message>
<source>Light</source>
<translation>淺色</translation>
</message>
<message>
<source>Look</source>
<translation>外觀</translation>
</message>
<message>
<source>Reduce motion</source>
<translation>減少動態效果</translation>
</message>
<message>
<source>Size of the text</source>
<translation>文字大小</translation>
</message>
</context>
<context>
<name>Attaching</name>
<message>
<source>Attach a sound file</source>
<translation>附加聲音檔</translation>
</message>
<message>
<source>Let go to attach the sound file.</source>
<translation>放開即可附加聲音檔。</translation>
</message>
<message>
<source>Only the first of these files was taken.</source>
<translation>只採用了其中第一個檔案。</translation>
</message>
<message>
<source>Sound files ({suffixes})</source>
<translation>聲音檔（{suffixes}）</translation>
</message>
<message>
<source>{length} · about {amount} before the answer</source>
<translation>{length} · 回答前約 {amount}</translation>
</message>
<message>
<source>{length} · long: sent as one question, about {amount} before the answer</source>
<translation>{length} · 較長：作為一個問題傳送，回答前約 {amount}</translation>
</message>
<message>
<source>{length} · sent as one question; what it costs is not known</source>
<translation>{length} · 作為一個問題傳送，費用不明</translation>
</message>
</context>
<context>
<name>AttachmentStrip</name>
<message>
<source>Attached sound file</source>
<translation>已附加的聲音檔</translation>
</message>
<message>
<source>How much of the file is read</source>
<translation>檔案讀取進度</translation>
</message>
<message>
<source>Reading the file…</source>
<translation>正在讀取檔案…</translation>
</message>
<message>
<source>Remove the sound file</source>
<translation>移除聲音檔</translation>
</message>
<message>
<source>Send</source>
<translation>傳送</translation>
</message>
</context>
<context>
<name>Banner</name>
<message>
<source>Close this message</source>
<translation>關閉這則訊息</translation>
</message>
<message>
<source>Details</source>
<translation>詳細資料</translation>
</message>
</context>
<context>
<name>CheckRow</name>
<message>
<source>All right</source>
<translation>正常</translation>
</message>
<message>
<source>Needs attention</source>
<translation>需要處理</translation>
</message>
</context>
<context>
<name>Conversation</name>
<message>
<source>Answer: {text}</source>
<translation>回答：{text}</translation>
</message>
<message>
<source>Change</source>
<translation>修改</translation>
</message>
<message>
<source>Continue</source>
<translation>繼續</translation>
</message>
<message>
<source>Copy</source>
<translation>複製</translation>
</message>
<message>
<source>Copy code</source>
<translation>複製程式碼</translation>
</message>
<message>
<source>Delete</source>
<translation>刪除</translation>
</message>
<message>
<source>Earlier messages, summed up for new questions</source>
<translation>較早的訊息，已為新問題做成摘要</translation>
</message>
<message>
<source>Edit and ask again</source>
<translation>編輯後再問</translation>
</message>
<message>
<source>Editing “{question}”</source>
<translation>正在編輯「{question}」</translation>
</message>
<message>
<source>Go to the newest message</source>
<translation>前往最新訊息</translation>
</message>
<message>
<source>Hide</source>
<translation>隱藏</translation>
</message>
<message>
<source>Interrupted. The pale words were not heard.</source>
<translation>已中斷。淡色文字沒有播出。</translation>
</message>
<message>
<source>Interrupted. What came is kept.</source>
<translation>已中斷。收到的內容都保留著。</translation>
</message>
<message>
<source>Listen</source>
<translation>聆聽</translation>
</message>
<message>
<source>Not answered. The recording is kept.</source>
<translation>沒有回答。錄音已保留。</translation>
</message>
<message>
<source>Note: {text}</source>
<translation>附註：{text}</translation>
</message>
<message>
<source>Open link to {host}…</source>
<translation>開啟 {host} 的連結…</translation>
</message>
<message>
<source>Pause</source>
<translation>暫停</translation>
</message>
<message>
<source>Place in the sound, in seconds</source>
<translation>聲音中的位置（秒）</translation>
</message>
<message>
<source>Play the answer, {length}</source>
<translation>播放回答，{length}</translation>
</message>
<message>
<source>Play what you said, {length}</source>
<translation>播放您說的話，{length}</translation>
</message>
<message>
<source>Please continue exactly where your answer was cut off.</source>
<translation>請從你的回答中斷的地方接著說下去。</translation>
</message>
<message>
<source>Question and answer deleted.</source>
<translation>已刪除問題與回答。</translation>
</message>
<message>
<source>Remove</source>
<translation>移除</translation>
</message>
<message>
<source>Replace the old one</source>
<translation>取代舊的</translation>
</message>
<message>
<source>Send</source>
<translation>傳送</translation>
</message>
<message>
<source>Show the summary</source>
<translation>顯示摘要</translation>
</message>
<message>
<source>Stop editing</source>
<translation>結束編輯</translation>
</message>
<message>
<source>Stopped before an answer came.</source>
<translation>回答之前已停止。</translation>
</message>
<message>
<source>The summary is removed. New questions take along as many messages as fit.</source>
<translation>摘要已移除。新問題會盡量附上容得下的訊息。</translation>
</message>
<message>
<source>Today</source>
<translation>今天</translation>
</message>
<message>
<source>Try again</source>
<translation>再試一次</translation>
</message>
<message>
<source>Voice message</source>
<translation>語音訊息</translation>
</message>
<message>
<source>Yesterday</source>
<translation>昨天</translation>
</message>
<message>
<source>You: {text}</source>
<translation>您：{text}</translation>
</message>
</context>
<context>
<name>ConversationList</name>
<message>
<source>Conversations</source>
<translation>對話</translation>
</message>
<message>
<source>Delete</source>
<translation>刪除</translation>
</message>
<message>
<source>Delete the conversation in the list</source>
<translation>刪除清單中的對話</translation>
</message>
<message>
<source>Export…</source>
<translation>匯出…</translation>
</message>
<message>
<source>Pin</source>
<translation>釘選</translation>
</message>
<message>
<source>Rename</source>
<translation>重新命名</translation>
</message>
<message>
<source>Rename the conversation in the list</source>
<translation>重新命名清單中的對話</translation>
</message>
<message>
<source>Unpin</source>
<translation>取消釘選</translation>
</message>
</context>
<context>
<name>ConversationListModel</name>
<message>
<source>{name}, open</source>
<translation>{name}，已開啟</translation>
</message>
</context>
<context>
<name>ConversationView</name>
<message>
<source>Conversation</source>
<translation>對話</translation>
</message>
<message>
<source>Copy selection</source>
<translation>複製選取的文字</translation>
</message>
<message>
<source>Play from here</source>
<translation>從這裡播放</translation>
</message>
</context>
<context>
<name>Conversations</name>
<message>
<source>Conversation deleted.</source>
<translation>已刪除對話。</translation>
</message>
<message>
<source>Earlier this week</source>
<translation>本週稍早</translation>
</message>
<message>
<source>MMMM</source>
<comment>form of a date: October</comment>
<translation>M月</translation>
</message>
<message>
<source>MMMM yyyy</source>
<comment>form of a date: October 2025</comment>
<translation>yyyy年M月</translation>
</message>
<message>
<source>New conversation</source>
<translation>新對話</translation>
</message>
<message>
<source>Pinned</source>
<translation>已釘選</translation>
</message>
<message>
<source>Today</source>
<translation>今天</translation>
</message>
<message>
<source>Voice message</source>
<translation>語音訊息</translation>
</message>
<message>
<source>Yesterday</source>
<translation>昨天</translation>
</message>
</context>
<context>
<name>DayBars</name>
<message>
<source>Cost of each day</source>
<translation>每日費用</translation>
</message>
<message>
<source>Nothing was spent.</source>
<translation>沒有花費。</translation>
</message>
</context>
<context>
<name>Dots</name>
<message>
<source>Step {step} of {count}</source>
<translation>第 {step} 步，共 {count} 步</translation>
</message>
</context>
<context>
<name>Export</name>
<message>
<source>Both voices in one file, as they were.</source>
<translation>雙方的聲音合為一個檔案，維持原樣。</translation>
</message>
<message>
<source>Both voices in one small file.</source>
<translation>雙方的聲音合為一個小檔案。</translation>
</message>
<message>
<source>Captions (SRT)</source>
<translation>字幕（SRT）</translation>
</message>
<message>
<source>Everything that is stored, for other programs.</source>
<translation>所有儲存的內容，供其他程式使用。</translation>
</message>
<message>
<source>Fits the exported sound; where each sentence begins is estimated.</source>
<translation>與匯出的聲音相符；每句的開始時間為估計值。</translation>
</message>
<message>
<source>For notes and wikis.</source>
<translation>適合筆記與維基。</translation>
</message>
<message>
<source>Opens everywhere.</source>
<translation>到處都能開啟。</translation>
</message>
<message>
<source>Plain text</source>
<translation>純文字</translation>
</message>
<message>
<source>Sound (MP3)</source>
<translation>聲音（MP3）</translation>
</message>
<message>
<source>Sound (WAV)</source>
<translation>聲音（WAV）</translation>
</message>
</context>
<context>
<name>Exporting</name>
<message>
<source>Conversation</source>
<translation>對話</translation>
</message>
<message>
<source>Open folder</source>
<translation>開啟資料夾</translation>
</message>
<message>
<source>The answer was cancelled.</source>
<translation>回答已取消。</translation>
</message>
<message>
<source>The answer was interrupted.</source>
<translation>回答已中斷。</translation>
</message>
<message>
<source>There is nothing to export yet.</source>
<translation>還沒有可匯出的內容。</translation>
</message>
<message>
<source>These sounds and {count} more were not there any more: {names}.</source>
<translation>這些聲音已不存在：{names}，另有 {count} 個。</translation>
</message>
<message>
<source>These sounds were not there any more: {names}.</source>
<translation>這些聲音已不存在：{names}。</translation>
</message>
<message>
<source>What was said here was not written down.</source>
<translation>這裡說的話沒有轉成文字。</translation>
</message>
<message>
<source>Writing “{file}”…</source>
<translation>正在寫入「{file}」…</translation>
</message>
<message>
<source>You</source>
<translation>您</translation>
</message>
<message>
<source>You can go on meanwhile.</source>
<translation>您可以同時繼續使用。</translation>
</message>
<message>
<source>“{file}” is ready.</source>
<translation>「{file}」已完成。</translation>
</message>
</context>
<context>
<name>FormatDialog</name>
<message>
<source>Choose a place…</source>
<translation>選擇位置…</translation>
</message>
<message>
<source>Export conversation</source>
<translation>匯出對話</translation>
</message>
</context>
<context>
<name>Gauge</name>
<message>
<source>This conversation: {cost}.</source>
<translation>這段對話：{cost}。</translation>
</message>
<message>
<source>{percent} % of the room for the history is used.</source>
<translation>已用掉對話容量的 {percent} %。</translation>
</message>
</context>
<context>
<name>Guide</name>
<message>
<source>Choose microphone and loudspeaker</source>
<translation>選擇麥克風與喇叭</translation>
</message>
<message>
<source>Get a key, or practise without one</source>
<translation>取得金鑰，或先練習</translation>
</message>
<message>
<source>Hold Space, or the button, say hello, and let go. Then hear the answer.</source>
<translation>按住空白鍵或按鈕，打聲招呼後放開，就會聽到回答。</translation>
</message>
<message>
<source>Say hello</source>
<translation>打聲招呼</translation>
</message>
<message>
<source>VoiceDesk talks to CometAPI, which needs a key of yours. You can add it later as well.</source>
<translation>VoiceDesk 使用 CometAPI，需要您的金鑰。您也可以稍後再新增。</translation>
</message>
<message>
<source>What your system uses is usually right. Speak: does the bar move? Then hear yourself.</source>
<translation>系統使用的裝置通常就是對的。請說話，看看音量條有沒有動，再聽聽自己。</translation>
</message>
</context>
<context>
<name>GuideView</name>
<message>
<source>Back</source>
<translation>上一步</translation>
</message>
<message>
<source>Done</source>
<translation>完成</translation>
</message>
<message>
<source>It is found again in the settings and behind the three dots.</source>
<translation>之後可以在設定與三個點的選單中找到。</translation>
</message>
<message>
<source>Next</source>
<translation>下一步</translation>
</message>
<message>
<source>Skip</source>
<translation>略過</translation>
</message>
<message>
<source>Skip the guide ({keys})</source>
<translation>略過導覽（{keys}）</translation>
</message>
</context>
<context>
<name>Header</name>
<message>
<source>Conversations</source>
<translation>對話</translation>
</message>
<message>
<source>Model</source>
<translation>模型</translation>
</message>
<message>
<source>Voice</source>
<translation>聲音</translation>
</message>
</context>
<context>
<name>Health</name>
<message>
<source>Disk</source>
<translation>磁碟</translation>
</message>
<message>
<source>Everything is there.</source>
<translation>一切齊備。</translation>
</message>
<message>
<source>Key</source>
<translation>金鑰</translation>
</message>
<message>
<source>Keyring</source>
<translation>鑰匙圈</translation>
</message>
<message>
<source>Looking…</source>
<translation>檢查中…</translation>
</message>
<message>
<source>Loudspeaker</source>
<translation>喇叭</translation>
</message>
<message>
<source>Microphone</source>
<translation>麥克風</translation>
</message>
<message>
<source>Screen</source>
<translation>螢幕</translation>
</message>
<message>
<source>Service</source>
<translation>服務</translation>
</message>
<message>
<source>Sound library</source>
<translation>音訊程式庫</translation>
</message>
<message>
<source>Sound server</source>
<translation>音訊伺服器</translation>
</message>
<message>
<source>To look at: {count}</source>
<translation>需要處理：{count} 項</translation>
</message>
</context>
<context>
<name>HealthDialog</name>
<message>
<source>Copied</source>
<translation>已複製</translation>
</message>
<message>
<source>Copy report</source>
<translation>複製報告</translation>
</message>
<message>
<source>Look again</source>
<translation>再檢查一次</translation>
</message>
<message>
<source>Looking opens a connection to the service and sends nothing there.</source>
<translation>檢查時會連線到服務，但不會傳送任何內容。</translation>
</message>
<message>
<source>What is missing on this machine</source>
<translation>這部電腦缺少什麼</translation>
</message>
</context>
<context>
<name>HitList</name>
<message>
<source>Found</source>
<translation>搜尋結果</translation>
</message>
</context>
<context>
<name>HoldingRow</name>
<message>
<source>Looking…</source>
<translation>檢查中…</translation>
</message>
<message>
<source>Open the folder: {name}</source>
<translation>開啟資料夾：{name}</translation>
</message>
</context>
<context>
<name>Key</name>
<message>
<source>The key could not be tested. {problem}</source>
<translation>無法測試金鑰。{problem}</translation>
</message>
<message>
<source>The key is accepted; {count} models are offered. Your first question shows if there is credit.</source>
<translation>金鑰有效，提供 {count} 個模型。問第一個問題時就知道餘額是否足夠。</translation>
</message>
<message>
<source>The key is right, but there is no credit. Top up the account, or raise the limit of this key.</source>
<translation>金鑰正確，但沒有餘額。請為帳戶儲值，或提高這把金鑰的額度。</translation>
</message>
<message>
<source>The key was refused. Copy it again at CometAPI, all of it, or make a new one.</source>
<translation>金鑰被拒絕。請到 CometAPI 重新完整複製，或建立一把新的。</translation>
</message>
</context>
<context>
<name>KeyCapture</name>
<message>
<source>None</source>
<translation>無</translation>
</message>
<message>
<source>Press Enter, then the key</source>
<translation>先按 Enter，再按要用的鍵</translation>
</message>
<message>
<source>Press a key…</source>
<translation>請按一個鍵…</translation>
</message>
<message>
<source>Space talks already. Press another key…</source>
<translation>空白鍵已用來說話，請按其他鍵…</translation>
</message>
<message>
<source>This key does something else here. Press another key…</source>
<translation>這個鍵在此另有用途，請按其他鍵…</translation>
</message>
<message>
<source>This key is for writing. Press another key…</source>
<translation>這個鍵用來打字，請按其他鍵…</translation>
</message>
<message>
<source>Use no other key</source>
<translation>不使用其他鍵</translation>
</message>
</context>
<context>
<name>KeyHold</name>
<message>
<source>Talk while held</source>
<translation>按住時說話</translation>
</message>
</context>
<context>
<name>KeyPanel</name>
<message>
<source>A key is in use for {url}.</source>
<translation>{url} 正在使用一把金鑰。</translation>
</message>
<message>
<source>A key is in use for {url}. It comes from COMETAPI_KEY.</source>
<translation>{url} 正在使用一把金鑰，來自 COMETAPI_KEY。</translation>
</message>
<message>
<source>A key is in use for {url}. It is in memory only, until you quit.</source>
<translation>{url} 正在使用一把金鑰，只保留在記憶體中，到程式結束為止。</translation>
</message>
<message>
<source>A key is in use for {url}. It is stored in the keyring of this computer.</source>
<translation>{url} 正在使用一把金鑰，儲存在這部電腦的鑰匙圈中。</translation>
</message>
<message>
<source>CometAPI key</source>
<translation>CometAPI 金鑰</translation>
</message>
<message>
<source>Looking for a key…</source>
<translation>正在尋找金鑰…</translation>
</message>
<message>
<source>No key is in use: VoiceDesk practises, and nothing leaves this computer.</source>
<translation>目前沒有使用金鑰：VoiceDesk 處於練習模式，資料不會離開這部電腦。</translation>
</message>
<message>
<source>Paste the key; it is not shown</source>
<translation>貼上金鑰，不會顯示內容</translation>
</message>
<message>
<source>Remove</source>
<translation>移除</translation>
</message>
<message>
<source>Store and test</source>
<translation>儲存並測試</translation>
</message>
<message>
<source>Storing the key…</source>
<translation>正在儲存金鑰…</translation>
</message>
<message>
<source>Test</source>
<translation>測試</translation>
</message>
<message>
<source>Testing the key…</source>
<translation>正在測試金鑰…</translation>
</message>
</context>
<context>
<name>KeyStep</name>
<message>
<source>Copy the key, which begins with sk-, and paste it below.</source>
<translation>複製以 sk- 開頭的金鑰，貼到下方。</translation>
</message>
<message>
<source>Open the console, and in it the personal centre.</source>
<translation>開啟控制台，進入個人中心。</translation>
</message>
<message>
<source>Open this page</source>
<translation>開啟這個網頁</translation>
</message>
<message>
<source>Practise without a key</source>
<translation>不用金鑰，先練習</translation>
</message>
<message>
<source>Sign in at cometapi.com; register first if you are new there.</source>
<translation>登入 cometapi.com；第一次使用請先註冊。</translation>
</message>
<message>
<source>Under “API token”, press “Add Token”.</source>
<translation>在「API token」下按「Add Token」。</translation>
</message>
</context>
<context>
<name>LevelMeter</name>
<message>
<source>Level of the microphone</source>
<translation>麥克風音量</translation>
</message>
</context>
<context>
<name>LinkDialog</name>
<message>
<source>Cancel</source>
<translation>取消</translation>
</message>
<message>
<source>Copy address</source>
<translation>複製網址</translation>
</message>
<message>
<source>Open</source>
<translation>開啟</translation>
</message>
<message>
<source>Open link</source>
<translation>開啟連結</translation>
</message>
<message>
<source>Open this website in your browser? A message can contain any address, so look at it first.</source>
<translation>要在瀏覽器中開啟這個網站嗎？訊息中可能有任何網址，請先看清楚。</translation>
</message>
<message>
<source>Whole address</source>
<translation>完整網址</translation>
</message>
<message>
<source>Write an e-mail to this address, in your mail program?</source>
<translation>要用郵件程式寫信到這個地址嗎？</translation>
</message>
</context>
<context>
<name>ListDelegate</name>
<message>
<source>Title of the conversation</source>
<translation>對話標題</translation>
</message>
</context>
<context>
<name>MainWindow</name>
<message>
<source>Go to the conversations, or back</source>
<translation>前往對話清單，或返回</translation>
</message>
<message>
<source>Go to the question</source>
<translation>前往問題欄</translation>
</message>
<message>
<source>Quit</source>
<translation>結束</translation>
</message>
<message>
<source>Settings</source>
<translation>設定</translation>
</message>
<message>
<source>Stop everything</source>
<translation>全部停止</translation>
</message>
</context>
<context>
<name>ModelRow</name>
<message>
<source>Use {name}</source>
<translation>使用 {name}</translation>
</message>
</context>
<context>
<name>Models</name>
<message>
<source>End: none is announced.</source>
<translation>停用日期：尚未公布。</translation>
</message>
<message>
<source>End: not known here.</source>
<translation>停用日期：不明。</translation>
</message>
<message>
<source>End: {day}.</source>
<translation>停用日期：{day}。</translation>
</message>
<message>
<source>Its supplier has turned this model off.</source>
<translation>供應商已停用這個模型。</translation>
</message>
<message>
<source>Its supplier turns this model off on {day}.</source>
<translation>供應商將於 {day} 停用這個模型。</translation>
</message>
<message>
<source>Price for a million characters: {voiced}.</source>
<translation>每百萬字元價格：{voiced}。</translation>
</message>
<message>
<source>Price for a million tokens: text {text_in} in and {text_out} out, sound {audio_in} in and {audio_out} out.</source>
<translation>每百萬 token 價格：文字輸入 {text_in}、輸出 {text_out}，聲音輸入 {audio_in}、輸出 {audio_out}。</translation>
</message>
<message>
<source>Price for a million tokens: {text_in} in and {text_out} out.</source>
<translation>每百萬 token 價格：輸入 {text_in}，輸出 {text_out}。</translation>
</message>
<message>
<source>Price for a minute of sound: {written_down}.</source>
<translation>每分鐘聲音價格：{written_down}。</translation>
</message>
<message>
<source>Price: not known here.</source>
<translation>價格：不明。</translation>
</message>
<message>
<source>The service does not offer this model.</source>
<translation>服務不提供這個模型。</translation>
</message>
<message>
<source>{price} Where the service publishes none, it is the maker’s.</source>
<translation>{price}服務未公布時，採用原廠價格。</translation>
</message>
</context>
<context>
<name>ModelsPage</name>
<message>
<source>Answers typed questions in writing.</source>
<translation>以文字回答打字的問題。</translation>
</message>
<message>
<source>Asking the service…</source>
<translation>正在詢問服務…</translation>
</message>
<message>
<source>For reading aloud</source>
<translation>朗讀用</translation>
</message>
<message>
<source>For silent answers</source>
<translation>文字回答用</translation>
</message>
<message>
<source>For talking</source>
<translation>交談用</translation>
</message>
<message>
<source>For writing down</source>
<translation>轉成文字用</translation>
</message>
<message>
<source>Hear it</source>
<translation>試聽</translation>
</message>
<message>
<source>Hears what you say and answers aloud.</source>
<translation>聽您說話並出聲回答。</translation>
</message>
<message>
<source>Hello. This is how I sound.</source>
<translation>您好，這就是我的聲音。</translation>
</message>
<message>
<source>In practice every voice sounds alike: one tone for each word.</source>
<translation>練習時每種聲音都一樣：每個字一個音。</translation>
</message>
<message>
<source>Models</source>
<translation>模型</translation>
</message>
<message>
<source>One short sentence spoken by {model}; it costs a fraction of a cent.</source>
<translation>由 {model} 說一句短句，費用不到一分錢。</translation>
</message>
<message>
<source>One short sentence spoken by {model}; what it costs is not known here.</source>
<translation>由 {model} 說一句短句，費用不明。</translation>
</message>
<message>
<source>Refresh</source>
<translation>重新整理</translation>
</message>
<message>
<source>Sample</source>
<translation>試聽</translation>
</message>
<message>
<source>Speaks a text.</source>
<translation>將文字唸出來。</translation>
</message>
<message>
<source>Stop</source>
<translation>停止</translation>
</message>
<message>
<source>The list could not be had: {reason}</source>
<translation>無法取得清單：{reason}</translation>
</message>
<message>
<source>The service is asked for its models when this page opens.</source>
<translation>開啟本頁時會向服務詢問有哪些模型。</translation>
</message>
<message>
<source>The service offers {count} models, as of {time}.</source>
<translation>服務提供 {count} 個模型（{time}）。</translation>
</message>
<message>
<source>Turns what you say into text.</source>
<translation>將您說的話轉成文字。</translation>
</message>
<message>
<source>Used for spoken answers.</source>
<translation>用於語音回答。</translation>
</message>
<message>
<source>Voice</source>
<translation>聲音</translation>
</message>
<message>
<source>What is known of a model is from {day}.</source>
<translation>模型資訊截至 {day}。</translation>
</message>
<message>
<source>{model} does not have this voice. You hear it when {talk} answers.</source>
<translation>{model} 沒有這種聲音。由 {talk} 回答時才聽得到。</translation>
</message>
</context>
<context>
<name>Money</name>
<message>
<source>Speech received</source>
<translation>收到的語音</translation>
</message>
<message>
<source>Speech sent</source>
<translation>傳送的語音</translation>
</message>
<message>
<source>Speech written down</source>
<translation>轉成文字的語音</translation>
</message>
<message>
<source>Text read aloud</source>
<translation>朗讀的文字</translation>
</message>
<message>
<source>Text received</source>
<translation>收到的文字</translation>
</message>
<message>
<source>Text sent</source>
<translation>傳送的文字</translation>
</message>
<message>
<source>Text sent again</source>
<translation>再次傳送的文字</translation>
</message>
<message>
<source>about {amount}</source>
<translation>約 {amount}</translation>
</message>
<message>
<source>cost unknown</source>
<translation>費用不明</translation>
</message>
<message>
<source>free</source>
<translation>免費</translation>
</message>
<message>
<source>more than {amount}</source>
<translation>超過 {amount}</translation>
</message>
<message>
<source>{count} characters</source>
<translation>{count} 字元</translation>
</message>
<message>
<source>{count} tokens</source>
<translation>{count} token</translation>
</message>
<message>
<source>{length} min</source>
<translation>{length} 分鐘</translation>
</message>
</context>
<context>
<name>MoneyPage</name>
<message>
<source>Ask before a recording that costs more than</source>
<translation>錄音費用超過多少時先詢問</translation>
</message>
<message>
<source>CometAPI takes 80 % where both prices are known.</source>
<translation>在雙方價格皆已知時，CometAPI 收取 80 %。</translation>
</message>
<message>
<source>How much of what was said before goes along with each question. When it is nearly full, the oldest part is summed up; you can read and change the summary. More room costs more.</source>
<translation>每個問題附上多少先前的對話。快滿時，最舊的部分會做成摘要；您可以閱讀與修改摘要。容量越大，費用越高。</translation>
</message>
<message>
<source>It is kept, and sent when you say so. Only long recordings cost that much.</source>
<translation>錄音會保留，等您同意才傳送。只有很長的錄音才會這麼貴。</translation>
</message>
<message>
<source>Limits</source>
<translation>上限</translation>
</message>
<message>
<source>Long conversations</source>
<translation>長對話</translation>
</message>
<message>
<source>Monthly cap in US dollars</source>
<translation>每月上限（美元）</translation>
</message>
<message>
<source>No cap</source>
<translation>沒有上限</translation>
</message>
<message>
<source>Prices</source>
<translation>價格</translation>
</message>
<message>
<source>Prices of {day}. CometAPI publishes its prices for text on {source}. Where it publishes none, as for sound, the price of the maker (OpenAI) counts by the share below, and the amount is marked with “about”. Your balance at CometAPI is what counts.</source>
<translation>價格日期：{day}。CometAPI 的文字價格公布於 {source}。沒有公布的（例如聲音），以原廠（OpenAI）價格乘以下方比例計算，金額會標示「約」。實際費用以您在 CometAPI 的餘額為準。</translation>
</message>
<message>
<source>Room for the history</source>
<translation>對話容量</translation>
</message>
<message>
<source>Share of the maker’s price</source>
<translation>原廠價格的比例</translation>
</message>
<message>
<source>Spent</source>
<translation>已花費</translation>
</message>
<message>
<source>What would pass it is kept and not sent. It counts what this program spent, by estimates where no price is published. A limit of the key at CometAPI holds in any case.</source>
<translation>會超過上限的內容只保留、不傳送。只計算本程式的花費，沒有公布價格的以估計值計算。CometAPI 上的金鑰額度仍然有效。</translation>
</message>
<message>
<source>{count} tokens</source>
<translation>{count} token</translation>
</message>
</context>
<context>
<name>MonthCard</name>
<message>
<source>MMMM yyyy</source>
<translation>yyyy年M月</translation>
</message>
<message>
<source>Not counted, because nobody knows the price: {models}.</source>
<translation>價格不明，未計入：{models}。</translation>
</message>
<message>
<source>Practice costs nothing.</source>
<translation>練習不收費。</translation>
</message>
<message>
<source>The month after</source>
<translation>下個月</translation>
</message>
<message>
<source>The month before</source>
<translation>上個月</translation>
</message>
<message>
<source>Your cap is {cap}.</source>
<translation>您的上限是 {cap}。</translation>
</message>
</context>
<context>
<name>MoreMenu</name>
<message>
<source>More</source>
<translation>更多</translation>
</message>
</context>
<context>
<name>Notices</name>
<message>
<source>Check this computer</source>
<translation>檢查這部電腦</translation>
</message>
<message>
<source>Choose a device</source>
<translation>選擇裝置</translation>
</message>
<message>
<source>Choose a model</source>
<translation>選擇模型</translation>
</message>
<message>
<source>Enter key</source>
<translation>輸入金鑰</translation>
</message>
<message>
<source>Money settings</source>
<translation>費用設定</translation>
</message>
<message>
<source>Recordings recovered: {count}</source>
<translation>已救回的錄音：{count}</translation>
</message>
<message>
<source>Send the recording</source>
<translation>傳送錄音</translation>
</message>
<message>
<source>Show details</source>
<translation>顯示詳細資料</translation>
</message>
<message>
<source>Try again</source>
<translation>再試一次</translation>
</message>
<message>
<source>VoiceDesk stopped before they were sent. Send, hear or delete them in the conversation.</source>
<translation>VoiceDesk 在傳送前停止了。您可以在對話中傳送、聆聽或刪除。</translation>
</message>
</context>
<context>
<name>Page</name>
<message>
<source>Back to the defaults</source>
<translation>恢復預設值</translation>
</message>
<message>
<source>Only this page is reset; it can be taken back.</source>
<translation>只重設本頁，之後可以復原。</translation>
</message>
<message>
<source>Undo the reset</source>
<translation>復原重設</translation>
</message>
</context>
<context>
<name>PageButtons</name>
<message>
<source>Settings</source>
<translation>設定</translation>
</message>
<message>
<source>Talk</source>
<translation>交談</translation>
</message>
</context>
<context>
<name>PersonaPage</name>
<message>
<source>Begin from</source>
<translation>從範本開始</translation>
</message>
<message>
<source>Instructions</source>
<translation>指示</translation>
</message>
<message>
<source>Language partner</source>
<translation>語言夥伴</translation>
</message>
<message>
<source>Patient teacher</source>
<translation>有耐心的老師</translation>
</message>
<message>
<source>Short answers</source>
<translation>簡短回答</translation>
</message>
<message>
<source>Sounding board</source>
<translation>傾聽者</translation>
</message>
<message>
<source>These words go before every conversation. They say who answers, and how.</source>
<translation>這段文字會放在每段對話之前，說明由誰回答、如何回答。</translation>
</message>
<message>
<source>Usual</source>
<translation>一般</translation>
</message>
<message>
<source>You are a friendly partner for language practice who speaks aloud. Talk slowly about everyday things, correct one mistake at a time after the person has finished, and end with a question.</source>
<translation>你是友善的語言練習夥伴，以說話的方式交談。慢慢聊日常的事，等對方說完後一次糾正一個錯誤，最後以問題作結。</translation>
</message>
<message>
<source>You are a patient teacher who speaks aloud, in the language of the person. Explain one step at a time in plain words, give an everyday example, and ask whether it was clear.</source>
<translation>你是有耐心的老師，用對方的語言說話。一次用淺白的話解釋一個步驟，舉一個日常的例子，並問對方是否明白。</translation>
</message>
<message>
<source>You are a voice assistant. Answer aloud, in the language of the person, in one or two short sentences. Say more only when you are asked for it.</source>
<translation>你是語音助理。用對方的語言，以一兩句短句出聲回答。只有被要求時才多說。</translation>
</message>
<message>
<source>You help a person think aloud, in their language. Say in one sentence what you understood, then ask the one question that helps most. Give advice only when you are asked for it.</source>
<translation>你用對方的語言幫助他邊說邊想。先用一句話說出你的理解，再問一個最有幫助的問題。只有被要求時才給建議。</translation>
</message>
<message>
<source>{count} of {most} characters</source>
<translation>{count} / {most} 字元</translation>
</message>
</context>
<context>
<name>PlaceDialog</name>
<message>
<source>Export conversation</source>
<translation>匯出對話</translation>
</message>
</context>
<context>
<name>PracticeLine</name>
<message>
<source>Add key</source>
<translation>新增金鑰</translation>
</message>
<message>
<source>Practice</source>
<translation>練習模式</translation>
</message>
<message>
<source>Practice: nothing leaves this computer, and the answers are examples.</source>
<translation>練習模式：資料不會離開這部電腦，回答只是範例。</translation>
</message>
<message>
<source>Practice: the answers are examples.</source>
<translation>練習模式：回答只是範例。</translation>
</message>
</context>
<context>
<name>Privacy</name>
<message>
<source>So that your own words can be shown, {model} gets:</source>
<translation>為了顯示您說的話，{model} 會收到：</translation>
</message>
<message>
<source>When a conversation grows too long to be sent whole, {model} gets:</source>
<translation>對話太長、無法整段傳送時，{model} 會收到：</translation>
</message>
<message>
<source>When a spoken answer comes without sound, {model} gets:</source>
<translation>語音回答沒有聲音時，{model} 會收到：</translation>
</message>
<message>
<source>When you begin to talk, a connection is made ready, which sends:</source>
<translation>您開始說話時會先準備連線，傳送的是：</translation>
</message>
<message>
<source>When you talk, {model} gets:</source>
<translation>您說話時，{model} 會收到：</translation>
</message>
<message>
<source>When you test the key or look at the models, the service gets:</source>
<translation>您測試金鑰或查看模型時，服務會收到：</translation>
</message>
<message>
<source>When you try a voice, {model} gets:</source>
<translation>您試聽聲音時，{model} 會收到：</translation>
</message>
<message>
<source>When you type a question, {model} gets:</source>
<translation>您打字提問時，{model} 會收到：</translation>
</message>
<message>
<source>a fixed sentence</source>
<translation>一句固定的話</translation>
</message>
<message>
<source>neither the key nor anything you said</source>
<translation>不含金鑰，也不含您說的任何話</translation>
</message>
<message>
<source>the instructions of the persona</source>
<translation>角色的指示</translation>
</message>
<message>
<source>the name by which the service knows the sound of its last answer</source>
<translation>服務用來識別上一個回答聲音的名稱</translation>
</message>
<message>
<source>the recording</source>
<translation>錄音</translation>
</message>
<message>
<source>the text of its oldest part, to sum it up for later questions</source>
<translation>最舊部分的文字，用來為之後的問題做摘要</translation>
</message>
<message>
<source>the text of the answer</source>
<translation>回答的文字</translation>
</message>
<message>
<source>the text of this conversation, as far back as there is room</source>
<translation>這段對話的文字，在容量之內往前回溯</translation>
</message>
<message>
<source>what you typed</source>
<translation>您輸入的文字</translation>
</message>
<message>
<source>your key, in a header</source>
<translation>您的金鑰，放在標頭中</translation>
</message>
</context>
<context>
<name>PrivacyPage</name>
<message>
<source>All of this goes to {url} and to no other address.</source>
<translation>這些都只傳送到 {url}，不會傳送到其他網址。</translation>
</message>
<message>
<source>Never</source>
<translation>絕不傳送</translation>
</message>
<message>
<source>No request that you did not begin, and none to any other address</source>
<translation>不是由您開始的要求，以及傳到其他網址的要求</translation>
</message>
<message>
<source>No telemetry, and no search for updates</source>
<translation>沒有遙測，也不會尋找更新</translation>
</message>
<message>
<source>Practice is on: all of this goes to a service inside VoiceDesk, and nothing leaves this computer.</source>
<translation>練習模式已開啟：這些都傳送到 VoiceDesk 內建的服務，不會離開這部電腦。</translation>
</message>
<message>
<source>The key: only in the keyring, in memory, and in the header of a request</source>
<translation>金鑰：只存在於鑰匙圈、記憶體與要求的標頭中</translation>
</message>
<message>
<source>What each request holds</source>
<translation>每次要求的內容</translation>
</message>
</context>
<context>
<name>Problem</name>
<message>
<source>A key that you enter is used until you quit. Unlock or install a keyring to keep it.</source>
<translation>您輸入的金鑰只用到程式結束為止。要保存金鑰，請解鎖或安裝鑰匙圈。</translation>
</message>
<message>
<source>A recording could not be deleted ({reason}).</source>
<translation>無法刪除錄音（{reason}）。</translation>
</message>
<message>
<source>A recording was recovered ({length}).</source>
<translation>已救回一段錄音（{length}）。</translation>
</message>
<message>
<source>A web page answered instead of the service.</source>
<translation>回應的是網頁，不是服務。</translation>
</message>
<message>
<source>About {spent} of your monthly cap of {cap} is spent.</source>
<translation>每月上限 {cap}，已花費約 {spent}。</translation>
</message>
<message>
<source>Allow VoiceDesk to listen on this computer, or add your key.</source>
<translation>請允許 VoiceDesk 在這部電腦上接受連線，或新增您的金鑰。</translation>
</message>
<message>
<source>An answer to this recording would cost about {cost}.</source>
<translation>回答這段錄音約需 {cost}。</translation>
</message>
<message>
<source>Another program holds the conversation history.</source>
<translation>其他程式正在使用對話紀錄。</translation>
</message>
<message>
<source>Everything else works. The system’s own settings may have a list of programs that start.</source>
<translation>其他功能都正常。系統設定中可能有啟動程式清單。</translation>
</message>
<message>
<source>Everything goes on until the cap is reached. You can change it in Settings → Money.</source>
<translation>達到上限前一切照常。您可以在「設定 → 費用」中更改。</translation>
</message>
<message>
<source>Everything is kept. Start a new conversation and ask again there.</source>
<translation>內容都已保留。請開始新對話，在那裡再問一次。</translation>
</message>
<message>
<source>Everything stays here. Only what goes along with new questions leaves the oldest messages out.</source>
<translation>所有內容都留在這裡。只是新問題不再附上最舊的訊息。</translation>
</message>
<message>
<source>Everything up to now is kept. Ask for a shorter answer.</source>
<translation>到目前為止的內容都已保留。請要求較短的回答。</translation>
</message>
<message>
<source>Everything up to now is kept. Try again.</source>
<translation>到目前為止的內容都已保留，請再試一次。</translation>
</message>
<message>
<source>Everything up to now is kept. Try again; it may be charged again.</source>
<translation>到目前為止的內容都已保留。請再試一次，可能會再次計費。</translation>
</message>
<message>
<source>Free some space or check {folder}. Only pieces that are not stored are sent again.</source>
<translation>請騰出一些空間，或檢查 {folder}。只有未儲存的段落會再傳送一次。</translation>
</message>
<message>
<source>Hold to talk.</source>
<translation>按住才能說話。</translation>
</message>
<message>
<source>It is kept and was stopped there.</source>
<translation>錄音已保留，並在該處停止。</translation>
</message>
<message>
<source>It is kept. Send it as MP3, or transcribe it in pieces with “voicedesk transcribe”.</source>
<translation>錄音已保留。請改以 MP3 傳送，或用「voicedesk transcribe」分段轉成文字。</translation>
</message>
<message>
<source>It is no longer shown here. It lies in {folder}.</source>
<translation>這裡不再顯示它，檔案位於 {folder}。</translation>
</message>
<message>
<source>It is opened for reading only. Update VoiceDesk to go on writing to it.</source>
<translation>紀錄以唯讀方式開啟。要繼續寫入，請更新 VoiceDesk。</translation>
</message>
<message>
<source>It is used until you quit. Check the keyring, then store it again.</source>
<translation>金鑰可用到程式結束為止。請檢查鑰匙圈，再重新儲存。</translation>
</message>
<message>
<source>It stays on screen and saving is tried again. Free some space or check {folder}.</source>
<translation>對話仍在畫面上，程式會再次嘗試儲存。請騰出一些空間，或檢查 {folder}。</translation>
</message>
<message>
<source>It was not sent. You can send it, listen to it or delete it.</source>
<translation>錄音尚未傳送。您可以傳送、聆聽或刪除它。</translation>
</message>
<message>
<source>It was sent all the same. Lower the level of the microphone.</source>
<translation>錄音仍已傳送。請調低麥克風音量。</translation>
</message>
<message>
<source>It was sent all the same. Move closer, or raise the level.</source>
<translation>錄音仍已傳送。請靠近麥克風，或調高音量。</translation>
</message>
<message>
<source>It was set aside as {file}, and {turns} turns were rescued. Everything new is saved.</source>
<translation>舊檔已另存為 {file}，並救回 {turns} 輪對話。新的內容都會儲存。</translation>
</message>
<message>
<source>Its text is. Export it as text instead.</source>
<translation>文字仍在，請改為匯出文字。</translation>
</message>
<message>
<source>Keep the button or the Space key down while you speak.</source>
<translation>說話時請按住按鈕或空白鍵。</translation>
</message>
<message>
<source>No loudspeaker was found.</source>
<translation>找不到喇叭。</translation>
</message>
<message>
<source>No microphone was found.</source>
<translation>找不到麥克風。</translation>
</message>
<message>
<source>No safe place for the key was found.</source>
<translation>找不到安全的地方存放金鑰。</translation>
</message>
<message>
<source>Nobody knows what {model} costs, so your monthly cap cannot hold it.</source>
<translation>{model} 的價格不明，因此無法套用每月上限。</translation>
</message>
<message>
<source>None of the sound of this conversation is kept.</source>
<translation>這段對話沒有保留任何聲音。</translation>
</message>
<message>
<source>Not everything could be deleted ({reason}).</source>
<translation>無法刪除全部內容（{reason}）。</translation>
</message>
<message>
<source>Nothing is heard from the microphone.</source>
<translation>麥克風沒有聲音。</translation>
</message>
<message>
<source>Nothing is heard from this microphone.</source>
<translation>這支麥克風沒有聲音。</translation>
</message>
<message>
<source>Nothing is lost, and nothing was sent there. Check the base URL.</source>
<translation>沒有遺失任何內容，也沒有傳送到該處。請檢查服務網址。</translation>
</message>
<message>
<source>Nothing is lost, and nothing was sent. Check the internet connection, then try again.</source>
<translation>沒有遺失任何內容，也沒有傳送任何內容。請檢查網路連線，再試一次。</translation>
</message>
<message>
<source>Nothing is lost, and the stored key is kept. Check the key at CometAPI or enter another one.</source>
<translation>沒有遺失任何內容，已儲存的金鑰也保留著。請到 CometAPI 檢查金鑰，或輸入另一把金鑰。</translation>
</message>
<message>
<source>Nothing is lost. Change the request or the settings, then try again.</source>
<translation>沒有遺失任何內容。請更改要求或設定，再試一次。</translation>
</message>
<message>
<source>Nothing is lost. Check the base URL and any proxy on the way.</source>
<translation>沒有遺失任何內容。請檢查服務網址與沿途的代理伺服器。</translation>
</message>
<message>
<source>Nothing is lost. Check the base URL; it usually ends in /v1.</source>
<translation>沒有遺失任何內容。請檢查服務網址，結尾通常是 /v1。</translation>
</message>
<message>
<source>Nothing is lost. Check the connection, then try again.</source>
<translation>沒有遺失任何內容。請檢查連線，再試一次。</translation>
</message>
<message>
<source>Nothing is lost. Check the internet connection, then try again.</source>
<translation>沒有遺失任何內容。請檢查網路連線，再試一次。</translation>
</message>
<message>
<source>Nothing is lost. Choose another model, or allow this one for the key at CometAPI.</source>
<translation>沒有遺失任何內容。請改選其他模型，或到 CometAPI 允許這把金鑰使用此模型。</translation>
</message>
<message>
<source>Nothing is lost. Choose another model.</source>
<translation>沒有遺失任何內容。請改選其他模型。</translation>
</message>
<message>
<source>Nothing is lost. Look at the balance of the account and at the limit of this key.</source>
<translation>沒有遺失任何內容。請查看帳戶餘額與這把金鑰的額度。</translation>
</message>
<message>
<source>Nothing is lost. On a hotel or guest network, sign in first; otherwise check the base URL.</source>
<translation>沒有遺失任何內容。若使用旅館或訪客網路，請先登入；否則請檢查服務網址。</translation>
</message>
<message>
<source>Nothing is lost. Put the name and password into {variable}, then start again.</source>
<translation>沒有遺失任何內容。請將名稱與密碼填入 {variable}，再重新啟動。</translation>
</message>
<message>
<source>Nothing is lost. The proxy is set by {variable}. Check it, then try again.</source>
<translation>沒有遺失任何內容。代理伺服器由 {variable} 設定，請檢查後再試一次。</translation>
</message>
<message>
<source>Nothing is lost. This is wait {attempt}; Stop ends it.</source>
<translation>沒有遺失任何內容。這是第 {attempt} 次等待，按「停止」可結束。</translation>
</message>
<message>
<source>Nothing is lost. Try again in a moment, or check the base URL.</source>
<translation>沒有遺失任何內容。請稍後再試，或檢查服務網址。</translation>
</message>
<message>
<source>Nothing is lost. Try again in a moment; it may be charged again.</source>
<translation>沒有遺失任何內容。請稍後再試，可能會再次計費。</translation>
</message>
<message>
<source>Nothing is lost. Try again {when}.</source>
<translation>沒有遺失任何內容。請{when}再試。</translation>
</message>
<message>
<source>Nothing is lost. Try again; it may be charged again.</source>
<translation>沒有遺失任何內容。請再試一次，可能會再次計費。</translation>
</message>
<message>
<source>Nothing is lost: the conversation can be sent as text. Try again.</source>
<translation>沒有遺失任何內容：對話可以用文字傳送。請再試一次。</translation>
</message>
<message>
<source>Nothing was changed. Start the window of VoiceDesk: it mends a damaged file as far as possible.</source>
<translation>沒有更動任何內容。請開啟 VoiceDesk 視窗，它會盡可能修復損壞的檔案。</translation>
</message>
<message>
<source>Nothing was kept of it. Connect the microphone again or choose another one, then check again.</source>
<translation>沒有保留任何內容。請重新接上麥克風或改選其他麥克風，再檢查一次。</translation>
</message>
<message>
<source>Nothing was kept of the check. Is the microphone muted? Choose another one, then check again.</source>
<translation>檢查沒有保留任何內容。麥克風是否已靜音？請改選其他麥克風，再檢查一次。</translation>
</message>
<message>
<source>Nothing was recorded. Free some space or check {folder}, then talk again.</source>
<translation>沒有錄下任何內容。請騰出一些空間或檢查 {folder}，再說一次。</translation>
</message>
<message>
<source>Nothing was sent, and what you said or wrote is kept. About {spent} is spent this month. Raise the cap in Settings → Money to go on.</source>
<translation>沒有傳送任何內容，您說的與寫的都已保留。本月已花費約 {spent}。要繼續，請在「設定 → 費用」中提高上限。</translation>
</message>
<message>
<source>Nothing was sent, and what you said or wrote is kept. Choose another model, or turn the cap off in Settings → Money.</source>
<translation>沒有傳送任何內容，您說的與寫的都已保留。請改選其他模型，或在「設定 → 費用」中關閉上限。</translation>
</message>
<message>
<source>Nothing was sent. Check the base URL and the network you are on.</source>
<translation>沒有傳送任何內容。請檢查服務網址與所在的網路。</translation>
</message>
<message>
<source>Nothing was sent. Check the date of this computer ({clock}) and the network you are on.</source>
<translation>沒有傳送任何內容。請檢查這部電腦的日期（{clock}）與所在的網路。</translation>
</message>
<message>
<source>Nothing was sent. It looks like https://api.cometapi.com/v1.</source>
<translation>沒有傳送任何內容。網址應類似 https://api.cometapi.com/v1。</translation>
</message>
<message>
<source>Nothing was stored. Copy the key again; it starts with “sk-”.</source>
<translation>沒有儲存任何內容。請重新複製金鑰，開頭是「sk-」。</translation>
</message>
<message>
<source>Part of the sound was damaged and is left out.</source>
<translation>部分聲音已損壞，因此略過。</translation>
</message>
<message>
<source>Practice mode could not start.</source>
<translation>練習模式無法啟動。</translation>
</message>
<message>
<source>Practice mode works without one. Add your key to talk to the service.</source>
<translation>練習模式不需要金鑰。要與服務交談，請新增您的金鑰。</translation>
</message>
<message>
<source>Recording cannot begin ({reason}).</source>
<translation>無法開始錄音（{reason}）。</translation>
</message>
<message>
<source>Recording stopped because {reason}.</source>
<translation>{reason}，因此停止錄音。</translation>
</message>
<message>
<source>Sending got stuck.</source>
<translation>傳送停住了。</translation>
</message>
<message>
<source>Some settings could not be used: {names}.</source>
<translation>部分設定無法使用：{names}。</translation>
</message>
<message>
<source>Something in VoiceDesk failed.</source>
<translation>VoiceDesk 內部發生錯誤。</translation>
</message>
<message>
<source>Starting with the session could not be changed ({reason}).</source>
<translation>無法更改登入時啟動的設定（{reason}）。</translation>
</message>
<message>
<source>The answer came as text and could not be spoken.</source>
<translation>回答只有文字，無法唸出來。</translation>
</message>
<message>
<source>The answer is shown as text, and its sound is kept. Choose another loudspeaker, then play it again.</source>
<translation>回答以文字顯示，聲音已保留。請改選其他喇叭，再播放一次。</translation>
</message>
<message>
<source>The answer is shown as text, and its sound is kept. Connect a loudspeaker to hear it.</source>
<translation>回答以文字顯示，聲音已保留。要聽回答，請接上喇叭。</translation>
</message>
<message>
<source>The answer is shown as text, and its sound is kept. Play it again when a loudspeaker is there.</source>
<translation>回答以文字顯示，聲音已保留。有喇叭時可再播放。</translation>
</message>
<message>
<source>The answer is too large.</source>
<translation>回答太大。</translation>
</message>
<message>
<source>The answer reached the length limit.</source>
<translation>回答已達長度上限。</translation>
</message>
<message>
<source>The answer stopped because {reason}.</source>
<translation>{reason}，因此停止回答。</translation>
</message>
<message>
<source>The answer was cut off.</source>
<translation>回答中斷了。</translation>
</message>
<message>
<source>The beginning of this conversation could not be summed up.</source>
<translation>無法為這段對話的開頭做摘要。</translation>
</message>
<message>
<source>The check of the microphone broke off.</source>
<translation>麥克風檢查中斷了。</translation>
</message>
<message>
<source>The connection to {host} is not secure: {reason}.</source>
<translation>與 {host} 的連線不安全：{reason}。</translation>
</message>
<message>
<source>The connection was lost.</source>
<translation>連線中斷了。</translation>
</message>
<message>
<source>The conversation could not be saved ({reason}).</source>
<translation>無法儲存對話（{reason}）。</translation>
</message>
<message>
<source>The conversation history cannot be read ({reason}).</source>
<translation>無法讀取對話紀錄（{reason}）。</translation>
</message>
<message>
<source>The conversation history was damaged.</source>
<translation>對話紀錄已損壞。</translation>
</message>
<message>
<source>The conversation history was made by a newer version.</source>
<translation>對話紀錄由較新的版本建立。</translation>
</message>
<message>
<source>The conversation is too long for {model}.</source>
<translation>對話超過 {model} 的長度上限。</translation>
</message>
<message>
<source>The conversation is unchanged. Choose another name or folder.</source>
<translation>對話沒有改變。請改選其他名稱或資料夾。</translation>
</message>
<message>
<source>The conversation stays on screen and saving is tried again. Close the other program.</source>
<translation>對話仍在畫面上，程式會再次嘗試儲存。請關閉另一個程式。</translation>
</message>
<message>
<source>The credit at CometAPI is used up.</source>
<translation>CometAPI 的餘額已用完。</translation>
</message>
<message>
<source>The defaults are used. The old file is kept as {file}.</source>
<translation>已改用預設值。舊檔案保留為 {file}。</translation>
</message>
<message>
<source>The disk is full, so recording stopped.</source>
<translation>磁碟已滿，因此停止錄音。</translation>
</message>
<message>
<source>The file was not changed. Choose another one.</source>
<translation>檔案未經更動，請改選其他檔案。</translation>
</message>
<message>
<source>The finished pieces of the transcription cannot be stored ({reason}).</source>
<translation>無法儲存已完成的轉錄段落（{reason}）。</translation>
</message>
<message>
<source>The key could not be stored.</source>
<translation>無法儲存金鑰。</translation>
</message>
<message>
<source>The key in it is safe. Look for a password window, or enter the key for this session.</source>
<translation>其中的金鑰是安全的。請找找看有沒有密碼視窗，或輸入這次要用的金鑰。</translation>
</message>
<message>
<source>The key in it is safe. Unlock the keyring, or enter the key for this session.</source>
<translation>其中的金鑰是安全的。請解鎖鑰匙圈，或輸入這次要用的金鑰。</translation>
</message>
<message>
<source>The key in it was not changed. Enter the key for this session.</source>
<translation>其中的金鑰沒有改變。請輸入這次要用的金鑰。</translation>
</message>
<message>
<source>The key was not accepted.</source>
<translation>金鑰未被接受。</translation>
</message>
<message>
<source>The key was stored in {before}; this session uses {now}.</source>
<translation>金鑰存放在 {before}，這次使用的是 {now}。</translation>
</message>
<message>
<source>The keyring does not answer.</source>
<translation>鑰匙圈沒有回應。</translation>
</message>
<message>
<source>The keyring reported an error.</source>
<translation>鑰匙圈回報錯誤。</translation>
</message>
<message>
<source>The keyring stayed locked.</source>
<translation>鑰匙圈仍然鎖著。</translation>
</message>
<message>
<source>The loudspeaker did not start.</source>
<translation>喇叭沒有啟動。</translation>
</message>
<message>
<source>The loudspeaker was removed.</source>
<translation>喇叭已移除。</translation>
</message>
<message>
<source>The microphone does not answer.</source>
<translation>麥克風沒有回應。</translation>
</message>
<message>
<source>The microphone is in use by another program.</source>
<translation>其他程式正在使用麥克風。</translation>
</message>
<message>
<source>The microphone stopped sending sound.</source>
<translation>麥克風不再傳來聲音。</translation>
</message>
<message>
<source>The microphone was removed.</source>
<translation>麥克風已移除。</translation>
</message>
<message>
<source>The microphone {device} cannot be used.</source>
<translation>無法使用麥克風 {device}。</translation>
</message>
<message>
<source>The microphone {device} is not connected.</source>
<translation>麥克風 {device} 未連接。</translation>
</message>
<message>
<source>The part received is kept. Ask it to go on, or repeat the turn; it may be charged again.</source>
<translation>已收到的部分都保留著。請要求繼續，或重複這一輪，可能會再次計費。</translation>
</message>
<message>
<source>The proxy {proxy} does not answer.</source>
<translation>代理伺服器 {proxy} 沒有回應。</translation>
</message>
<message>
<source>The proxy {proxy} wants a password.</source>
<translation>代理伺服器 {proxy} 需要密碼。</translation>
</message>
<message>
<source>The recording ({length}) is kept and nothing was sent. Send it if that is what you want.</source>
<translation>錄音（{length}）已保留，沒有傳送任何內容。若要傳送，請按傳送。</translation>
</message>
<message>
<source>The recording could not be written ({reason}).</source>
<translation>無法寫入錄音（{reason}）。</translation>
</message>
<message>
<source>The recording is kept and nothing was sent. Is the microphone muted?</source>
<translation>錄音已保留，沒有傳送任何內容。麥克風是否已靜音？</translation>
</message>
<message>
<source>The recording is no longer there.</source>
<translation>錄音已不存在。</translation>
</message>
<message>
<source>The recording is too large for one request.</source>
<translation>錄音太大，無法一次傳送。</translation>
</message>
<message>
<source>The recording is too loud.</source>
<translation>錄音音量太大。</translation>
</message>
<message>
<source>The recording is very quiet.</source>
<translation>錄音音量很小。</translation>
</message>
<message>
<source>The recording reached its longest time ({minutes} min).</source>
<translation>錄音已達最長時間（{minutes} 分鐘）。</translation>
</message>
<message>
<source>The rest is kept. The computer was too busy to record all of it.</source>
<translation>其餘部分都已保留。電腦太忙，無法錄下全部。</translation>
</message>
<message>
<source>The service did not accept the sound format.</source>
<translation>服務不接受這種聲音格式。</translation>
</message>
<message>
<source>The service did not answer for {seconds} s.</source>
<translation>服務 {seconds} 秒沒有回應。</translation>
</message>
<message>
<source>The service has trouble ({status}).</source>
<translation>服務發生問題（{status}）。</translation>
</message>
<message>
<source>The service is busy and is asked again in {seconds} s.</source>
<translation>服務忙碌中，{seconds} 秒後會再次詢問。</translation>
</message>
<message>
<source>The service is busy.</source>
<translation>服務忙碌中。</translation>
</message>
<message>
<source>The service no longer knows the sound of an earlier answer.</source>
<translation>服務已不再保存先前回答的聲音。</translation>
</message>
<message>
<source>The service pointed to another address ({host}), which was not followed.</source>
<translation>服務指向另一個網址（{host}），程式沒有前往。</translation>
</message>
<message>
<source>The service rejected the request: “{message}”.</source>
<translation>服務拒絕了要求：「{message}」。</translation>
</message>
<message>
<source>The service sent a compressed answer, which is refused for safety.</source>
<translation>服務傳來壓縮的回答，基於安全而拒收。</translation>
</message>
<message>
<source>The service sent an empty answer.</source>
<translation>服務傳來空的回答。</translation>
</message>
<message>
<source>The service sent nothing for {seconds} s.</source>
<translation>服務 {seconds} 秒沒有傳來任何內容。</translation>
</message>
<message>
<source>The service sent something unreadable.</source>
<translation>服務傳來無法讀取的內容。</translation>
</message>
<message>
<source>The service took too long to answer ({status}).</source>
<translation>服務太久沒有回應（{status}）。</translation>
</message>
<message>
<source>The service's filter stopped the answer.</source>
<translation>服務的篩選機制中止了回答。</translation>
</message>
<message>
<source>The settings could not be read.</source>
<translation>無法讀取設定。</translation>
</message>
<message>
<source>The settings could not be saved ({reason}).</source>
<translation>無法儲存設定（{reason}）。</translation>
</message>
<message>
<source>The system switched to another sound source ({source}), so recording stopped.</source>
<translation>系統切換到另一個音源（{source}），因此停止錄音。</translation>
</message>
<message>
<source>The system’s microphone is used instead of {device}.</source>
<translation>改用系統的麥克風代替 {device}。</translation>
</message>
<message>
<source>The text is complete. Repeat the turn to hear it whole; it may be charged again.</source>
<translation>文字是完整的。要聽完整的聲音，請重複這一輪，可能會再次計費。</translation>
</message>
<message>
<source>The text is kept and can be read. Check the voice model in the settings.</source>
<translation>文字已保留，可以閱讀。請檢查設定中的語音模型。</translation>
</message>
<message>
<source>The text of the conversation is kept. Speak it again.</source>
<translation>對話的文字已保留。請再說一次。</translation>
</message>
<message>
<source>There is no CometAPI key yet.</source>
<translation>還沒有 CometAPI 金鑰。</translation>
</message>
<message>
<source>There is no such service at {host}.</source>
<translation>{host} 沒有這項服務。</translation>
</message>
<message>
<source>They apply until you quit. Check {folder}.</source>
<translation>設定會用到程式結束為止。請檢查 {folder}。</translation>
</message>
<message>
<source>They are back to their defaults; all others are kept.</source>
<translation>這些設定已恢復預設值，其他設定都保留。</translation>
</message>
<message>
<source>This does not look like a key ({reason}).</source>
<translation>這看起來不像金鑰（{reason}）。</translation>
</message>
<message>
<source>This key may not use {model}.</source>
<translation>這把金鑰不能使用 {model}。</translation>
</message>
<message>
<source>This would pass your monthly cap of {cap}.</source>
<translation>這會超過您每月 {cap} 的上限。</translation>
</message>
<message>
<source>VoiceDesk may not use the microphone.</source>
<translation>VoiceDesk 沒有使用麥克風的權限。</translation>
</message>
<message>
<source>What came of it is kept. Ask again for the rest.</source>
<translation>已收到的部分都保留著。要聽其餘部分，請再問一次。</translation>
</message>
<message>
<source>What is left lies in {folder}. Free it from other programs, then delete again.</source>
<translation>剩下的內容位於 {folder}。請關閉佔用它的程式，再刪除一次。</translation>
</message>
<message>
<source>What was received is kept. Ask in another way.</source>
<translation>已收到的內容都保留著。請換個方式問。</translation>
</message>
<message>
<source>What was received is kept. Say “go on” to hear the rest.</source>
<translation>已收到的內容都保留著。說「繼續」可聽其餘部分。</translation>
</message>
<message>
<source>What was recorded and received is kept. Copy the details if you want to report it.</source>
<translation>已錄下與收到的內容都保留著。若要回報，請複製詳細資料。</translation>
</message>
<message>
<source>What was recorded so far is kept, and you can type. If this lasts, plug the microphone in again or restart VoiceDesk.</source>
<translation>目前為止的錄音已保留，您可以改用打字。若持續如此，請重新插上麥克風，或重新啟動 VoiceDesk。</translation>
</message>
<message>
<source>What you said is kept and was not sent.</source>
<translation>您說的話已保留，尚未傳送。</translation>
</message>
<message>
<source>You can type instead. Allow the microphone for VoiceDesk in the privacy settings of this computer.</source>
<translation>您可以改用打字。請在這部電腦的隱私權設定中允許 VoiceDesk 使用麥克風。</translation>
</message>
<message>
<source>You can type instead. Choose another microphone.</source>
<translation>您可以改用打字。請改選其他麥克風。</translation>
</message>
<message>
<source>You can type instead. Close the other program, then try again.</source>
<translation>您可以改用打字。請關閉另一個程式，再試一次。</translation>
</message>
<message>
<source>You can type instead. Connect a microphone, then try again.</source>
<translation>您可以改用打字。請接上麥克風，再試一次。</translation>
</message>
<message>
<source>You can type instead. Connect it, or choose another microphone.</source>
<translation>您可以改用打字。請接上它，或改選其他麥克風。</translation>
</message>
<message>
<source>Your conversations are not affected. Enter the key again.</source>
<translation>您的對話不受影響。請重新輸入金鑰。</translation>
</message>
<message>
<source>Your own words could not be written down.</source>
<translation>無法將您說的話轉成文字。</translation>
</message>
<message>
<source>Your recording is kept, and the answer is not affected.</source>
<translation>您的錄音已保留，回答不受影響。</translation>
</message>
<message>
<source>Your recording is kept. Set the upload format to WAV, then try again.</source>
<translation>您的錄音已保留。請將上傳格式設為 WAV，再試一次。</translation>
</message>
<message>
<source>a file of that name is already there</source>
<translation>已有同名的檔案</translation>
</message>
<message>
<source>an unreadable address</source>
<translation>無法辨讀的網址</translation>
</message>
<message>
<source>another program is using it</source>
<translation>其他程式正在使用</translation>
</message>
<message>
<source>at {clock}</source>
<translation>於 {clock} 時</translation>
</message>
<message>
<source>in a moment</source>
<translation>稍後</translation>
</message>
<message>
<source>in {seconds} s</source>
<translation>在 {seconds} 秒後</translation>
</message>
<message>
<source>it cannot be read</source>
<translation>無法讀取</translation>
</message>
<message>
<source>it contains a query</source>
<translation>包含查詢字串</translation>
</message>
<message>
<source>it contains a user name or password</source>
<translation>包含使用者名稱或密碼</translation>
</message>
<message>
<source>it does not start with https://</source>
<translation>開頭不是 https://</translation>
</message>
<message>
<source>it does not start with sk-</source>
<translation>開頭不是 sk-</translation>
</message>
<message>
<source>it has more than one line</source>
<translation>超過一行</translation>
</message>
<message>
<source>it holds characters that no key has</source>
<translation>含有金鑰不會有的字元</translation>
</message>
<message>
<source>it holds no sound</source>
<translation>其中沒有聲音</translation>
</message>
<message>
<source>it is a folder</source>
<translation>這是資料夾</translation>
</message>
<message>
<source>it is damaged</source>
<translation>已損壞</translation>
</message>
<message>
<source>it is empty</source>
<translation>內容是空的</translation>
</message>
<message>
<source>it is longer than an hour</source>
<translation>長度超過一小時</translation>
</message>
<message>
<source>it is longer than any key</source>
<translation>比任何金鑰都長</translation>
</message>
<message>
<source>it is not a WAV, FLAC, Ogg or MP3 file</source>
<translation>不是 WAV、FLAC、Ogg 或 MP3 檔案</translation>
</message>
<message>
<source>it is not there</source>
<translation>檔案不存在</translation>
</message>
<message>
<source>it names no host</source>
<translation>沒有主機名稱</translation>
</message>
<message>
<source>its certificate belongs to another address</source>
<translation>憑證屬於另一個位址</translation>
</message>
<message>
<source>its certificate belongs to another name</source>
<translation>憑證屬於另一個名稱</translation>
</message>
<message>
<source>its certificate comes from an unknown authority</source>
<translation>憑證來自不明的機構</translation>
</message>
<message>
<source>its certificate could not be verified</source>
<translation>無法驗證憑證</translation>
</message>
<message>
<source>its certificate has expired</source>
<translation>憑證已過期</translation>
</message>
<message>
<source>its certificate is not valid yet</source>
<translation>憑證尚未生效</translation>
</message>
<message>
<source>its certificate is signed by itself</source>
<translation>憑證是自行簽署的</translation>
</message>
<message>
<source>no permission</source>
<translation>沒有權限</translation>
</message>
<message>
<source>not all of its sound could be kept</source>
<translation>部分聲音無法保留</translation>
</message>
<message>
<source>the computer went to sleep</source>
<translation>電腦進入睡眠</translation>
</message>
<message>
<source>the disk is full</source>
<translation>磁碟已滿</translation>
</message>
<message>
<source>the disk quota is used up</source>
<translation>磁碟配額已用完</translation>
</message>
<message>
<source>the disk reported an error</source>
<translation>磁碟回報錯誤</translation>
</message>
<message>
<source>the file cannot be opened</source>
<translation>無法開啟檔案</translation>
</message>
<message>
<source>the file may not grow further</source>
<translation>檔案不能再變大</translation>
</message>
<message>
<source>the folder is missing</source>
<translation>資料夾不存在</translation>
</message>
<message>
<source>the folder is read-only</source>
<translation>資料夾是唯讀的</translation>
</message>
<message>
<source>the name of the folder is not readable</source>
<translation>無法辨讀資料夾名稱</translation>
</message>
<message>
<source>the screen was locked</source>
<translation>螢幕已鎖定</translation>
</message>
<message>
<source>the system settings</source>
<translation>系統設定</translation>
</message>
<message>
<source>there is no home folder</source>
<translation>沒有個人資料夾</translation>
</message>
<message>
<source>too many files are open</source>
<translation>開啟的檔案太多</translation>
</message>
<message>
<source>{device} is not connected. It is used again as soon as it is back.</source>
<translation>{device} 未連接，接回後會立即恢復使用。</translation>
</message>
<message>
<source>{file} cannot be used: {reason}.</source>
<translation>無法使用 {file}：{reason}。</translation>
</message>
<message>
<source>{host} cannot be found.</source>
<translation>找不到 {host}。</translation>
</message>
<message>
<source>{host} cannot be reached.</source>
<translation>無法連線到 {host}。</translation>
</message>
<message>
<source>{host} did not answer with a secure connection.</source>
<translation>{host} 沒有以安全連線回應。</translation>
</message>
<message>
<source>{host} refused the connection.</source>
<translation>{host} 拒絕連線。</translation>
</message>
<message>
<source>{milliseconds} ms of the recording are missing.</source>
<translation>錄音缺少 {milliseconds} 毫秒。</translation>
</message>
<message>
<source>{model} is not offered here.</source>
<translation>這裡不提供 {model}。</translation>
</message>
<message>
<source>{seconds} s are kept. Check {folder}.</source>
<translation>已保留 {seconds} 秒。請檢查 {folder}。</translation>
</message>
<message>
<source>{seconds} s are kept. Free some space.</source>
<translation>已保留 {seconds} 秒。請騰出一些空間。</translation>
</message>
<message>
<source>{seconds} s of your recording are kept.</source>
<translation>已保留 {seconds} 秒錄音。</translation>
</message>
<message>
<source>“{address}” is not a usable base URL: {reason}.</source>
<translation>「{address}」不是可用的服務網址：{reason}。</translation>
</message>
<message>
<source>“{file}” could not be written ({reason}).</source>
<translation>無法寫入「{file}」（{reason}）。</translation>
</message>
</context>
<context>
<name>QuestionField</name>
<message>
<source>Ask anything…</source>
<translation>想問什麼都可以…</translation>
</message>
<message>
<source>Begin a new line</source>
<translation>換行</translation>
</message>
<message>
<source>Enter sends, Shift and Enter begin a new line</source>
<translation>按 Enter 傳送，按 Shift 與 Enter 換行</translation>
</message>
<message>
<source>Question</source>
<translation>問題</translation>
</message>
<message>
<source>Send the question</source>
<translation>傳送問題</translation>
</message>
</context>
<context>
<name>ReportDialog</name>
<message>
<source>Check this computer</source>
<translation>檢查這部電腦</translation>
</message>
<message>
<source>Copied</source>
<translation>已複製</translation>
</message>
<message>
<source>Copy details</source>
<translation>複製詳細資料</translation>
</message>
<message>
<source>Details</source>
<translation>詳細資料</translation>
</message>
<message>
<source>These details hold no key, no sound and none of your words.</source>
<translation>這些資料不含金鑰、聲音，也不含您說的話。</translation>
</message>
</context>
<context>
<name>SearchField</name>
<message>
<source>Empty the search</source>
<translation>清除搜尋</translation>
</message>
<message>
<source>Search</source>
<translation>搜尋</translation>
</message>
<message>
<source>Search in all conversations</source>
<translation>在所有對話中搜尋</translation>
</message>
</context>
<context>
<name>Searching</name>
<message>
<source>Search in all conversations</source>
<translation>在所有對話中搜尋</translation>
</message>
</context>
<context>
<name>ServicePage</name>
<message>
<source>Address</source>
<translation>網址</translation>
</message>
<message>
<source>As long as no key is in use, a small service inside VoiceDesk answers with examples. Everything can be tried, nothing is charged.</source>
<translation>沒有使用金鑰時，由 VoiceDesk 內建的小型服務以範例回答。所有功能都能試用，不會收費。</translation>
</message>
<message>
<source>Base URL</source>
<translation>服務網址</translation>
</message>
<message>
<source>CometAPI key</source>
<translation>CometAPI 金鑰</translation>
</message>
<message>
<source>Getting started</source>
<translation>開始使用</translation>
</message>
<message>
<source>Guided start</source>
<translation>入門導覽</translation>
</message>
<message>
<source>Open</source>
<translation>開啟</translation>
</message>
<message>
<source>Practice</source>
<translation>練習</translation>
</message>
<message>
<source>Requests go here and nowhere else. A key is only ever sent to the address it was entered for.</source>
<translation>要求只傳送到這裡。金鑰只會傳送到輸入它時所用的網址。</translation>
</message>
<message>
<source>Where to get a key, choosing microphone and loudspeaker, and a first question.</source>
<translation>如何取得金鑰、選擇麥克風與喇叭，以及第一個問題。</translation>
</message>
</context>
<context>
<name>Settings</name>
<message>
<source>Appearance</source>
<translation>外觀</translation>
</message>
<message>
<source>Models and voice</source>
<translation>模型與聲音</translation>
</message>
<message>
<source>Money</source>
<translation>費用</translation>
</message>
<message>
<source>Persona</source>
<translation>角色</translation>
</message>
<message>
<source>Privacy</source>
<translation>隱私權</translation>
</message>
<message>
<source>Service</source>
<translation>服務</translation>
</message>
<message>
<source>Sound</source>
<translation>音訊</translation>
</message>
<message>
<source>Starting</source>
<translation>啟動</translation>
</message>
<message>
<source>Storage</source>
<translation>儲存空間</translation>
</message>
<message>
<source>Talking</source>
<translation>交談</translation>
</message>
<message>
<source>autostart login session tray background close window hidden quit</source>
<translation>自動啟動 登入 系統匣 背景 關閉 視窗 隱藏 結束</translation>
</message>
<message>
<source>cost price spent cap limit month budget tokens history summary estimate dollars</source>
<translation>費用 價格 花費 上限 每月 預算 token 容量 摘要 估計 美元</translation>
</message>
<message>
<source>disk folder size recordings answers history keep delete everything days log</source>
<translation>磁碟 資料夾 大小 錄音 回答 紀錄 保留 刪除 全部 天數 記錄檔 disk folder log</translation>
</message>
<message>
<source>instructions system prompt style teacher short answers</source>
<translation>指示 系統提示 風格 老師 簡短 回答 角色 prompt</translation>
</message>
<message>
<source>key token CometAPI account credit base URL address practice guided start</source>
<translation>金鑰 token CometAPI 帳戶 餘額 服務網址 練習 導覽 key base URL</translation>
</message>
<message>
<source>microphone loudspeaker speaker headphones device level record test longest recording</source>
<translation>麥克風 喇叭 耳機 裝置 音量 錄音 測試 最長</translation>
</message>
<message>
<source>model voice sample price end talking transcription speech text gpt whisper tts</source>
<translation>模型 聲音 試聽 價格 停用 交談 轉錄 語音 文字 gpt whisper tts</translation>
</message>
<message>
<source>own words transcription typed spoken tap key space hold format MP3 WAV upload</source>
<translation>自己的話 轉成文字 打字 說話 按鍵 空白鍵 按住 格式 MP3 WAV 上傳</translation>
</message>
<message>
<source>privacy sent leaves data internet telemetry request</source>
<translation>隱私 傳送 離開 資料 網路 遙測 要求</translation>
</message>
<message>
<source>theme dark light colours contrast text size font zoom motion animation language</source>
<translation>佈景主題 深色 淺色 色彩 對比 文字 大小 字型 縮放 動態 動畫 語言 language</translation>
</message>
</context>
<context>
<name>SettingsView</name>
<message>
<source>Back</source>
<translation>返回</translation>
</message>
<message>
<source>Empty the search</source>
<translation>清除搜尋</translation>
</message>
<message>
<source>Find a setting</source>
<translation>尋找設定</translation>
</message>
<message>
<source>Pages of the settings</source>
<translation>設定頁面</translation>
</message>
<message>
<source>Settings</source>
<translation>設定</translation>
</message>
</context>
<context>
<name>ShortcutsDialog</name>
<message>
<source>Keyboard shortcuts</source>
<translation>鍵盤快速鍵</translation>
</message>
<message>
<source>Keys</source>
<translation>按鍵</translation>
</message>
<message>
<source>What it does</source>
<translation>作用</translation>
</message>
</context>
<context>
<name>Sidebar</name>
<message>
<source>Found: {count}</source>
<translation>找到 {count} 筆</translation>
</message>
<message>
<source>New conversation</source>
<translation>新對話</translation>
</message>
<message>
<source>Nothing found for “{words}”.</source>
<translation>找不到「{words}」。</translation>
</message>
<message>
<source>Your conversations appear here.</source>
<translation>您的對話會出現在這裡。</translation>
</message>
</context>
<context>
<name>SoundCheck</name>
<message>
<source>Chosen by the system</source>
<translation>由系統選擇</translation>
</message>
<message>
<source>Hear yourself</source>
<translation>聽聽自己</translation>
</message>
<message>
<source>Level</source>
<translation>音量</translation>
</message>
<message>
<source>Loudspeaker</source>
<translation>喇叭</translation>
</message>
<message>
<source>Microphone</source>
<translation>麥克風</translation>
</message>
<message>
<source>Opening the microphone…</source>
<translation>正在開啟麥克風…</translation>
</message>
<message>
<source>Record and play back</source>
<translation>錄音並播放</translation>
</message>
<message>
<source>Speak as you usually do: the bar should move well.</source>
<translation>請像平常一樣說話，音量條應明顯移動。</translation>
</message>
<message>
<source>Speak now…</source>
<translation>請說話…</translation>
</message>
<message>
<source>Stop</source>
<translation>停止</translation>
</message>
<message>
<source>Three seconds are recorded, played back, and deleted. Nothing is sent.</source>
<translation>錄音三秒，播放後刪除，不會傳送任何內容。</translation>
</message>
<message>
<source>{name} (not connected)</source>
<translation>{name}（未連接）</translation>
</message>
</context>
<context>
<name>SoundPage</name>
<message>
<source>A device is missing</source>
<translation>缺少裝置</translation>
</message>
<message>
<source>A recording stops there and is kept.</source>
<translation>錄音到此停止並保留。</translation>
</message>
<message>
<source>Begin a moment earlier</source>
<translation>提早片刻開始</translation>
</message>
<message>
<source>Keeps the third of a second before you press, so that no first word is cut. The microphone stays open for this, and the system shows it as in use.</source>
<translation>保留按下前三分之一秒的聲音，避免漏掉第一個字。麥克風會因此一直開著，系統會顯示使用中。</translation>
</message>
<message>
<source>Longest recording</source>
<translation>最長錄音</translation>
</message>
<message>
<source>Look again</source>
<translation>重新尋找</translation>
</message>
<message>
<source>New devices show up by themselves on most systems; this looks for all of them anew.</source>
<translation>新裝置在多數系統上會自動出現；這會重新尋找所有裝置。</translation>
</message>
<message>
<source>Recording</source>
<translation>錄音</translation>
</message>
<message>
<source>{minutes} min</source>
<translation>{minutes} 分鐘</translation>
</message>
</context>
<context>
<name>StartingPage</name>
<message>
<source>Closing the window leaves VoiceDesk in the tray. Ctrl+Q quits.</source>
<translation>關閉視窗後 VoiceDesk 留在系統匣中。按 Ctrl+Q 可結束。</translation>
</message>
<message>
<source>Keep running when the window is closed</source>
<translation>關閉視窗後繼續執行</translation>
</message>
<message>
<source>Start when I sign in</source>
<translation>登入時啟動</translation>
</message>
<message>
<source>This desktop has no tray now, so closing the window quits.</source>
<translation>這個桌面目前沒有系統匣，關閉視窗即結束程式。</translation>
</message>
<message>
<source>VoiceDesk waits in the tray then, or opens its window where there is none.</source>
<translation>VoiceDesk 會在系統匣中等候；沒有系統匣時則開啟視窗。</translation>
</message>
<message>
<source>With this computer</source>
<translation>隨電腦啟動</translation>
</message>
</context>
<context>
<name>StatusLine</name>
<message>
<source>Stop</source>
<translation>停止</translation>
</message>
<message>
<source>Stop everything (Esc)</source>
<translation>全部停止（Esc）</translation>
</message>
<message>
<source>Stops listening, thinking and speaking</source>
<translation>停止聆聽、思考與說話</translation>
</message>
</context>
<context>
<name>Storage</name>
<message>
<source>Conversations</source>
<translation>對話</translation>
</message>
<message>
<source>Log</source>
<translation>記錄檔</translation>
</message>
<message>
<source>Recordings</source>
<translation>錄音</translation>
</message>
<message>
<source>Settings</source>
<translation>設定</translation>
</message>
<message>
<source>Spoken answers</source>
<translation>語音回答</translation>
</message>
<message>
<source>Unfinished transcriptions</source>
<translation>未完成的轉錄</translation>
</message>
</context>
<context>
<name>StoragePage</name>
<message>
<source>1 day</source>
<translation>1 天</translation>
</message>
<message>
<source>1 year</source>
<translation>1 年</translation>
</message>
<message>
<source>Always</source>
<translation>永久</translation>
</message>
<message>
<source>Delete everything</source>
<translation>全部刪除</translation>
</message>
<message>
<source>Delete everything that was said</source>
<translation>刪除說過的一切</translation>
</message>
<message>
<source>Delete…</source>
<translation>刪除…</translation>
</message>
<message>
<source>Deleting</source>
<translation>刪除</translation>
</message>
<message>
<source>Deleting…</source>
<translation>正在刪除…</translation>
</message>
<message>
<source>Every conversation, recording and spoken answer, also those that were not sent.</source>
<translation>所有對話、錄音與語音回答，包括未傳送的。</translation>
</message>
<message>
<source>Everything that was said is deleted.</source>
<translation>說過的一切都已刪除。</translation>
</message>
<message>
<source>Keep it</source>
<translation>保留</translation>
</message>
<message>
<source>Keep sound</source>
<translation>保留聲音</translation>
</message>
<message>
<source>Keeping</source>
<translation>保留</translation>
</message>
<message>
<source>On this computer</source>
<translation>在這部電腦上</translation>
</message>
<message>
<source>Recordings and spoken answers of finished turns are deleted after this time; their text stays. What was not sent or not answered stays until you delete it.</source>
<translation>已完成的錄音與語音回答會在這段時間後刪除，文字會保留。未傳送或未回答的會留到您刪除為止。</translation>
</message>
<message>
<source>These are deleted from this computer, and this cannot be taken back: all conversations with their text, all recordings, also those that were not sent, all spoken answers, unfinished transcriptions, and copies of the history from earlier versions. The key, the settings, the sums of what was spent and the log stay; the log holds nothing that was said.</source>
<translation>下列內容會從這部電腦刪除，而且無法復原：所有對話及其文字、所有錄音（包括未傳送的）、所有語音回答、未完成的轉錄，以及先前版本的紀錄副本。金鑰、設定、花費總額與記錄檔會保留；記錄檔不含任何說過的話。</translation>
</message>
<message>
<source>{days} days</source>
<translation>{days} 天</translation>
</message>
</context>
<context>
<name>SummaryDialog</name>
<message>
<source>New questions take this along in the place of the messages it stands for. The messages themselves stay in the conversation.</source>
<translation>新問題會附上這份摘要，代替它所涵蓋的訊息。訊息本身仍留在對話中。</translation>
</message>
<message>
<source>Save</source>
<translation>儲存</translation>
</message>
<message>
<source>Save (Ctrl+Enter)</source>
<translation>儲存（Ctrl+Enter）</translation>
</message>
<message>
<source>Summary of the earlier messages</source>
<translation>較早訊息的摘要</translation>
</message>
<message>
<source>The summary is long; its middle is left out of what is sent.</source>
<translation>摘要太長，傳送時會略去中間部分。</translation>
</message>
</context>
<context>
<name>Talk</name>
<message>
<source>Answering…</source>
<translation>回答中…</translation>
</message>
<message>
<source>Finishing the recording…</source>
<translation>正在完成錄音…</translation>
</message>
<message>
<source>Hold {keys} to talk</source>
<translation>按住{keys}說話</translation>
</message>
<message>
<source>Interrupted</source>
<translation>已打斷</translation>
</message>
<message>
<source>Listening</source>
<translation>聆聽中</translation>
</message>
<message>
<source>Offline</source>
<translation>離線</translation>
</message>
<message>
<source>Opening the microphone…</source>
<translation>正在開啟麥克風…</translation>
</message>
<message>
<source>Playing</source>
<translation>播放中</translation>
</message>
<message>
<source>Practice</source>
<translation>練習</translation>
</message>
<message>
<source>Ready</source>
<translation>就緒</translation>
</message>
<message>
<source>See the message above</source>
<translation>請看上方訊息</translation>
</message>
<message>
<source>Space</source>
<translation>空白鍵</translation>
</message>
<message>
<source>Speaking</source>
<translation>回答中</translation>
</message>
<message>
<source>Starting…</source>
<translation>啟動中…</translation>
</message>
<message>
<source>Still opening the microphone…</source>
<translation>仍在開啟麥克風…</translation>
</message>
<message>
<source>Still waiting for the service…</source>
<translation>仍在等候服務…</translation>
</message>
<message>
<source>The service takes its time. Esc stops waiting.</source>
<translation>服務需要一些時間。按 Esc 停止等候。</translation>
</message>
<message>
<source>Thinking…</source>
<translation>思考中…</translation>
</message>
<message>
<source>hold {keys} to interrupt</source>
<translation>按住{keys}可打斷</translation>
</message>
<message>
<source>hold {keys} to talk instead</source>
<translation>按住{keys}可改為說話</translation>
</message>
<message>
<source>let go to send</source>
<translation>放開即傳送</translation>
</message>
<message>
<source>see the message above</source>
<translation>請看上方訊息</translation>
</message>
<message>
<source>{first} or {second}</source>
<translation>{first} 或 {second}</translation>
</message>
</context>
<context>
<name>TalkBar</name>
<message>
<source>Attach a sound file</source>
<translation>附加聲音檔</translation>
</message>
<message>
<source>Send</source>
<translation>傳送</translation>
</message>
<message>
<source>This is too long for one question; nothing was pasted.</source>
<translation>內容太長，無法作為一個問題，因此沒有貼上。</translation>
</message>
</context>
<context>
<name>TalkButton</name>
<message>
<source>Hold to talk ({keys})</source>
<translation>按住說話（{keys}）</translation>
</message>
<message>
<source>Talk</source>
<translation>說話</translation>
</message>
</context>
<context>
<name>TalkingPage</name>
<message>
<source>After a recording</source>
<translation>錄音之後</translation>
</message>
<message>
<source>Another key to talk</source>
<translation>另一個說話鍵</translation>
</message>
<message>
<source>Before and after</source>
<translation>錄音前後</translation>
</message>
<message>
<source>Choose WAV if the service does not take MP3.</source>
<translation>服務不接受 MP3 時，請選 WAV。</translation>
</message>
<message>
<source>Held in this window it talks, beside Space.</source>
<translation>除了空白鍵，在此視窗按住這個鍵也能說話。</translation>
</message>
<message>
<source>MP3, much smaller</source>
<translation>MP3，小得多</translation>
</message>
<message>
<source>None</source>
<translation>無</translation>
</message>
<message>
<source>Off is for whoever listens to the voice and needs the text only now and then.</source>
<translation>若您聽語音、只偶爾需要文字，可關閉。</translation>
</message>
<message>
<source>Off, a typed question is answered in writing only, by the model for silent answers.</source>
<translation>關閉時，打字的問題只以文字回答，由文字回答用的模型負責。</translation>
</message>
<message>
<source>Recordings</source>
<translation>錄音</translation>
</message>
<message>
<source>Send recordings as</source>
<translation>錄音傳送格式</translation>
</message>
<message>
<source>Short sounds tell what was sent, stopped or went wrong; one before a recording delays it a bit. There are none while the moment before the key is kept.</source>
<translation>以短音提示已傳送、已停止或發生問題；錄音前的提示音會稍微延遲錄音。保留按鍵前的聲音時不會有提示音。</translation>
</message>
<message>
<source>Shortest press</source>
<translation>最短按壓時間</translation>
</message>
<message>
<source>Sounds</source>
<translation>提示音</translation>
</message>
<message>
<source>Speak the answers to typed questions</source>
<translation>打字提問時也唸出回答</translation>
</message>
<message>
<source>Tell a screen reader each answer</source>
<translation>讓螢幕閱讀器讀出每個回答</translation>
</message>
<message>
<source>WAV</source>
<translation>WAV</translation>
</message>
<message>
<source>What is shorter counts as a slip of the finger and is not sent.</source>
<translation>更短的按壓視為誤觸，不會傳送。</translation>
</message>
<message>
<source>Words</source>
<translation>文字</translation>
</message>
<message>
<source>Write down what I say</source>
<translation>將我說的話轉成文字</translation>
</message>
<message>
<source>Your own words appear in the conversation, and later questions send them instead of the sound. It is one more request for each recording.</source>
<translation>您說的話會出現在對話中，之後的問題會傳送文字而非聲音。每段錄音會多一次要求。</translation>
</message>
<message>
<source>{seconds} s</source>
<translation>{seconds} 秒</translation>
</message>
</context>
<context>
<name>Terminal</name>
<message>
<source>A month is written as 2026-11.</source>
<translation>月份請寫成 2026-11。</translation>
</message>
<message>
<source>Allow VoiceDesk to listen on this computer.</source>
<translation>請允許 VoiceDesk 在這部電腦上接受連線。</translation>
</message>
<message>
<source>Answers are shown and kept. Connect a loudspeaker to hear them.</source>
<translation>回答會顯示並保留。要聽回答，請接上喇叭。</translation>
</message>
<message>
<source>Check the date too.</source>
<translation>也請檢查日期。</translation>
</message>
<message>
<source>Check the folder {folder}.</source>
<translation>請檢查資料夾 {folder}。</translation>
</message>
<message>
<source>Check the internet connection, the base URL, and any firewall or proxy on the way.</source>
<translation>請檢查網路連線、服務網址，以及沿途的防火牆或代理伺服器。</translation>
</message>
<message>
<source>CometAPI key: </source>
<translation>CometAPI 金鑰：</translation>
</message>
<message>
<source>Conversation</source>
<translation>對話</translation>
</message>
<message>
<source>Free some space: an hour of talk takes 200 MB.</source>
<translation>請騰出一些空間：錄一小時約需 200 MB。</translation>
</message>
<message>
<source>Install PortAudio (on Debian and Ubuntu: libportaudio2), or run “python3 run.py” once.</source>
<translation>請安裝 PortAudio（Debian 與 Ubuntu 上為 libportaudio2），或執行一次「python3 run.py」。</translation>
</message>
<message>
<source>Install Python 3.11 or newer.</source>
<translation>請安裝 Python 3.11 或更新的版本。</translation>
</message>
<message>
<source>Install or unlock a keyring to keep the key, or set COMETAPI_KEY. Else it lasts until you quit.</source>
<translation>要保存金鑰，請安裝或解鎖鑰匙圈，或設定 COMETAPI_KEY；否則金鑰只用到程式結束為止。</translation>
</message>
<message>
<source>It is too old: install PySide6-Essentials 6.8 to 6.11.</source>
<translation>版本太舊，請安裝 PySide6-Essentials 6.8 到 6.11。</translation>
</message>
<message>
<source>Key found in the environment.</source>
<translation>在環境變數中找到金鑰。</translation>
</message>
<message>
<source>Key found in the keyring.</source>
<translation>在鑰匙圈中找到金鑰。</translation>
</message>
<message>
<source>Key found in the session.</source>
<translation>這次執行期間已輸入金鑰。</translation>
</message>
<message>
<source>Key missing.</source>
<translation>找不到金鑰。</translation>
</message>
<message>
<source>Key removed.</source>
<translation>金鑰已移除。</translation>
</message>
<message>
<source>Key stored.</source>
<translation>金鑰已儲存。</translation>
</message>
<message>
<source>Nothing is stored yet.</source>
<translation>還沒有儲存任何內容。</translation>
</message>
<message>
<source>On Python 3.11 this release ends the program: install PySide6-Essentials below 6.12.</source>
<translation>在 Python 3.11 上，這個版本會讓程式中止，請安裝低於 6.12 的 PySide6-Essentials。</translation>
</message>
<message>
<source>Only needed for the window: start it in a desktop session. The terminal works without.</source>
<translation>只有視窗需要：請在桌面環境中啟動。終端機不需要螢幕也能使用。</translation>
</message>
<message>
<source>Please report this.</source>
<translation>請回報這個問題。</translation>
</message>
<message>
<source>Practice mode works without one. Store yours with “voicedesk key set”.</source>
<translation>練習模式不需要金鑰。要儲存金鑰，請執行「voicedesk key set」。</translation>
</message>
<message>
<source>Qt's {name}, as QT_QPA_PLATFORM asks for</source>
<translation>Qt 的 {name}，由 QT_QPA_PLATFORM 指定</translation>
</message>
<message>
<source>Run “python3 run.py” once: it installs what the window needs, or names it.</source>
<translation>請執行一次「python3 run.py」，它會安裝視窗需要的項目，或說明缺少什麼。</translation>
</message>
<message>
<source>Something below it hangs. Restart it or the computer.</source>
<translation>底層有元件停住了。請重新啟動該元件或電腦。</translation>
</message>
<message>
<source>Sound cannot be printed; name a file.</source>
<translation>無法印出聲音，請指定檔案。</translation>
</message>
<message>
<source>Start PipeWire or PulseAudio, or sound may not reach the devices.</source>
<translation>請啟動 PipeWire 或 PulseAudio，否則聲音可能無法送到裝置。</translation>
</message>
<message>
<source>Start the desktop session, or correct the variable.</source>
<translation>請啟動桌面環境，或更正這個變數。</translation>
</message>
<message>
<source>Talk, dictate and read aloud.</source>
<translation>交談、聽寫與朗讀。</translation>
</message>
<message>
<source>The answer was cancelled.</source>
<translation>回答已取消。</translation>
</message>
<message>
<source>The answer was interrupted.</source>
<translation>回答已中斷。</translation>
</message>
<message>
<source>The sound {file} is missing.</source>
<translation>缺少聲音檔 {file}。</translation>
</message>
<message>
<source>The spoken answer is kept in {file}.</source>
<translation>語音回答保留在 {file}。</translation>
</message>
<message>
<source>There is no conversation {number}.</source>
<translation>沒有編號 {number} 的對話。</translation>
</message>
<message>
<source>There is no key, so this is practice: the answer is not from the real service.</source>
<translation>沒有金鑰，因此這是練習：回答並非來自真正的服務。</translation>
</message>
<message>
<source>There is no screen here; VoiceDesk goes on in the terminal.</source>
<translation>這裡沒有螢幕，VoiceDesk 改在終端機中執行。</translation>
</message>
<message>
<source>This check itself failed; please report it.</source>
<translation>這項檢查本身失敗了，請回報。</translation>
</message>
<message>
<source>This is practice. Store a key with “voicedesk key set” to talk to the service.</source>
<translation>這是練習。要與真正的服務交談，請用「voicedesk key set」儲存金鑰。</translation>
</message>
<message>
<source>This is practice: the words are not from the real service.</source>
<translation>這是練習：文字並非來自真正的服務。</translation>
</message>
<message>
<source>What was said here was not written down.</source>
<translation>這裡說的話沒有轉成文字。</translation>
</message>
<message>
<source>You</source>
<translation>您</translation>
</message>
<message>
<source>You can type instead. Connect a microphone to talk.</source>
<translation>您可以改用打字。要用說的，請接上麥克風。</translation>
</message>
<message>
<source>You: </source>
<translation>您：</translation>
</message>
<message>
<source>a spoken question instead of a text</source>
<translation>以錄音代替文字提問</translation>
</message>
<message>
<source>about {amount}</source>
<translation>約 {amount}</translation>
</message>
<message>
<source>all of these, in any place</source>
<translation>須全部出現，位置不拘</translation>
</message>
<message>
<source>ambiguous option: %(option)s could match %(matches)s</source>
<translation>選項不明確：%(option)s 可能是 %(matches)s</translation>
</message>
<message>
<source>argument %(argument_name)s: %(message)s</source>
<translation>引數 %(argument_name)s：%(message)s</translation>
</message>
<message>
<source>ask needs either a text or --audio FILE</source>
<translation>ask 需要文字或 --audio FILE，兩者擇一</translation>
</message>
<message>
<source>ask once and hear the answer</source>
<translation>提問一次並聽取回答</translation>
</message>
<message>
<source>base URL</source>
<translation>服務網址</translation>
</message>
<message>
<source>check what VoiceDesk needs on this machine</source>
<translation>檢查這部電腦是否具備 VoiceDesk 所需的一切</translation>
</message>
<message>
<source>disk</source>
<translation>磁碟</translation>
</message>
<message>
<source>expected at least one argument</source>
<translation>至少需要一個引數</translation>
</message>
<message>
<source>expected at most one argument</source>
<translation>最多只能有一個引數</translation>
</message>
<message>
<source>expected one argument</source>
<translation>需要一個引數</translation>
</message>
<message>
<source>find what was said, the newest first</source>
<translation>尋找說過的話，由新到舊</translation>
</message>
<message>
<source>found in the environment</source>
<translation>在環境變數中找到</translation>
</message>
<message>
<source>found in the keyring</source>
<translation>在鑰匙圈中找到</translation>
</message>
<message>
<source>found in the session</source>
<translation>這次執行期間已輸入</translation>
</message>
<message>
<source>how many at most</source>
<translation>最多幾筆</translation>
</message>
<message>
<source>ignored explicit argument %r</source>
<translation>已忽略明確指定的引數 %r</translation>
</message>
<message>
<source>invalid %(type)s value: %(value)r</source>
<translation>無效的 %(type)s 值：%(value)r</translation>
</message>
<message>
<source>invalid choice: %(value)r (choose from %(choices)s)</source>
<translation>沒有 %(value)r 這個選擇（可選：%(choices)s）</translation>
</message>
<message>
<source>it answers</source>
<translation>有回應</translation>
</message>
<message>
<source>its number in the list, or “latest”</source>
<translation>清單中的編號，或「latest」</translation>
</message>
<message>
<source>keep the spoken answer</source>
<translation>保留語音回答</translation>
</message>
<message>
<source>key</source>
<translation>金鑰</translation>
</message>
<message>
<source>keyring</source>
<translation>鑰匙圈</translation>
</message>
<message>
<source>list conversations, the newest first</source>
<translation>列出對話，由新到舊</translation>
</message>
<message>
<source>list, search and export conversations</source>
<translation>列出、搜尋與匯出對話</translation>
</message>
<message>
<source>loudspeaker</source>
<translation>喇叭</translation>
</message>
<message>
<source>microphone</source>
<translation>麥克風</translation>
</message>
<message>
<source>more than {amount}; the price of {models} is not known</source>
<translation>超過 {amount}；{models} 的價格不明</translation>
</message>
<message>
<source>no answer within {seconds} s</source>
<translation>{seconds} 秒內沒有回應</translation>
</message>
<message>
<source>no safe store</source>
<translation>沒有安全的儲存處</translation>
</message>
<message>
<source>none</source>
<translation>無</translation>
</message>
<message>
<source>not installed</source>
<translation>未安裝</translation>
</message>
<message>
<source>ok</source>
<translation>正常</translation>
</message>
<message>
<source>options</source>
<translation>選項</translation>
</message>
<message>
<source>otherwise told by the ending of the file</source>
<translation>未指定時依副檔名判斷</translation>
</message>
<message>
<source>part of the system</source>
<translation>系統內建</translation>
</message>
<message>
<source>play the answer</source>
<translation>播放回答</translation>
</message>
<message>
<source>positional arguments</source>
<translation>位置引數</translation>
</message>
<message>
<source>practice service: status {status}</source>
<translation>練習服務：狀態 {status}</translation>
</message>
<message>
<source>practice service: {reason}</source>
<translation>練習服務：{reason}</translation>
</message>
<message>
<source>print a conversation</source>
<translation>印出一段對話</translation>
</message>
<message>
<source>print one JSON object</source>
<translation>輸出一個 JSON 物件</translation>
</message>
<message>
<source>problem</source>
<translation>有問題</translation>
</message>
<message>
<source>replace the file if it is there already</source>
<translation>檔案已存在時取代它</translation>
</message>
<message>
<source>screen</source>
<translation>螢幕</translation>
</message>
<message>
<source>show program's version number and exit</source>
<translation>顯示版本後結束</translation>
</message>
<message>
<source>show this help message and exit</source>
<translation>顯示這份說明後結束</translation>
</message>
<message>
<source>sound library</source>
<translation>音訊程式庫</translation>
</message>
<message>
<source>sound server</source>
<translation>音訊伺服器</translation>
</message>
<message>
<source>start in the tray, where there is one</source>
<translation>啟動後收在系統匣（若有）</translation>
</message>
<message>
<source>store, check or remove the CometAPI key</source>
<translation>儲存、檢查或移除 CometAPI 金鑰</translation>
</message>
<message>
<source>tell what was spent in a month</source>
<translation>顯示某月的花費</translation>
</message>
<message>
<source>the file, or - to print it</source>
<translation>檔案，或以 - 印出</translation>
</message>
<message>
<source>the following arguments are required: %s</source>
<translation>請指定下列引數：%s</translation>
</message>
<message>
<source>the language spoken, such as en or zh</source>
<translation>說話的語言，例如 en 或 zh</translation>
</message>
<message>
<source>the model that answers</source>
<translation>負責回答的模型</translation>
</message>
<message>
<source>the model that listens</source>
<translation>負責聽寫的模型</translation>
</message>
<message>
<source>the month; otherwise this one</source>
<translation>月份，未指定則為本月</translation>
</message>
<message>
<source>the practice service answers</source>
<translation>練習服務有回應</translation>
</message>
<message>
<source>the question</source>
<translation>問題</translation>
</message>
<message>
<source>the service to use instead of the one in the settings</source>
<translation>改用這個服務，而非設定中的服務</translation>
</message>
<message>
<source>the system's own</source>
<translation>系統內建</translation>
</message>
<message>
<source>the voice that speaks</source>
<translation>說話的聲音</translation>
</message>
<message>
<source>unrecognized arguments: %s</source>
<translation>不認得的引數：%s</translation>
</message>
<message>
<source>usage: </source>
<translation>用法：</translation>
</message>
<message>
<source>use the practice service inside the program</source>
<translation>使用程式內建的練習服務</translation>
</message>
<message>
<source>write a conversation or its sound to a file</source>
<translation>將對話或其聲音寫入檔案</translation>
</message>
<message>
<source>write a recording down</source>
<translation>將錄音轉成文字</translation>
</message>
<message>
<source>write it down in English</source>
<translation>轉成英文文字</translation>
</message>
<message>
<source>{address} through the proxy {proxy}</source>
<translation>{address}，經由代理伺服器 {proxy}</translation>
</message>
<message>
<source>{address}: not secure ({reason})</source>
<translation>{address}：不安全（{reason}）</translation>
</message>
<message>
<source>{done} of {count} pieces</source>
<translation>已完成 {done} 段，共 {count} 段</translation>
</message>
<message>
<source>{done} of {count} pieces are done and kept; run the same command again to finish.</source>
<translation>已完成並保留 {done} 段，共 {count} 段；再執行一次同樣的指令即可完成。</translation>
</message>
<message>
<source>{folders}; {megabytes} MB free</source>
<translation>{folders}；剩餘 {megabytes} MB</translation>
</message>
<message>
<source>{model} gives no times, so each piece becomes one long subtitle; {other} gives them.</source>
<translation>{model} 不提供時間，因此每一段會成為一條很長的字幕；{other} 會提供時間。</translation>
</message>
<message>
<source>{names} and {count} more</source>
<translation>{names} 等，另有 {count} 個</translation>
</message>
<message>
<source>{screen} does not answer</source>
<translation>{screen} 沒有回應</translation>
</message>
<message>
<source>{version}, but without {libraries}</source>
<translation>{version}，但缺少 {libraries}</translation>
</message>
<message>
<source>{version}; not tried, there is no screen</source>
<translation>{version}；沒有螢幕，未嘗試</translation>
</message>
</context>
<context>
<name>Tray</name>
<message>
<source>New conversation</source>
<translation>新對話</translation>
</message>
<message>
<source>Quit</source>
<translation>結束</translation>
</message>
<message>
<source>Send what I said</source>
<translation>傳送我說的話</translation>
</message>
<message>
<source>Settings</source>
<translation>設定</translation>
</message>
<message>
<source>Show VoiceDesk</source>
<translation>顯示 VoiceDesk</translation>
</message>
<message>
<source>Stop</source>
<translation>停止</translation>
</message>
<message>
<source>Talk</source>
<translation>說話</translation>
</message>
<message>
<source>VoiceDesk: {state}</source>
<translation>VoiceDesk：{state}</translation>
</message>
<message>
<source>What is missing on this machine…</source>
<translation>這部電腦缺少什麼…</translation>
</message>
</context>
<context>
<name>TryStep</name>
<message>
<source>That is all there is to it.</source>
<translation>就是這麼簡單。</translation>
</message>
</context>
<context>
<name>UndoBanner</name>
<message>
<source>Undo</source>
<translation>復原</translation>
</message>
<message>
<source>You can undo this for {seconds} seconds.</source>
<translation>{seconds} 秒內可以復原。</translation>
</message>
</context>
<context>
<name>Welcome</name>
<message>
<source>Help me plan a quiet weekend.</source>
<translation>幫我安排一個悠閒的週末。</translation>
</message>
<message>
<source>Hold Space, say something, and let go to hear the answer.</source>
<translation>按住空白鍵說話，放開就能聽到回答。</translation>
</message>
<message>
<source>Tell me something surprising about owls.</source>
<translation>說一件關於貓頭鷹的趣事。</translation>
</message>
<message>
<source>What can I ask you?</source>
<translation>我可以問您什麼？</translation>
</message>
</context>
<context>
<name>WindowMenu</name>
<message>
<source>About VoiceDesk</source>
<translation>關於 VoiceDesk</translation>
</message>
<message>
<source>Export conversation…</source>
<translation>匯出對話…</translation>
</message>
<message>
<source>Guided start</source>
<translation>入門導覽</translation>
</message>
<message>
<source>Keyboard shortcuts</source>
<translation>鍵盤快速鍵</translation>
</message>
<message>
<source>What is missing on this machine…</source>
<translation>這部電腦缺少什麼…</translation>
</message>
</context>
</TS>
