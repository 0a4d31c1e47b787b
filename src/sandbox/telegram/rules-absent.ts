/**
 * Methods of Bot API 10.3 that this server does not have. They are told apart from methods that do not exist,
 * so that a developer does not look for a typing mistake.
 */
export const ABSENT_METHODS: ReadonlySet<string> = new Set(
  `
    addStickerToSet answerChatJoinRequestQuery answerGuestQuery answerInlineQuery answerPreCheckoutQuery
    answerShippingQuery answerWebAppQuery approveChatJoinRequest approveSuggestedPost
    banChatSenderChat closeForumTopic closeGeneralForumTopic convertGiftToStars copyMessage copyMessages
    createChatSubscriptionInviteLink createForumTopic createInvoiceLink createNewStickerSet
    declineChatJoinRequest declineSuggestedPost deleteAllMessageReactions deleteBusinessMessages
    deleteChatPhoto deleteChatStickerSet deleteForumTopic deleteMessageReaction deleteStickerFromSet
    deleteStickerSet deleteStory editChatInviteLink editChatSubscriptionInviteLink
    editEphemeralMessageMedia editForumTopic editGeneralForumTopic editMessageChecklist
    editMessageLiveLocation editMessageMedia editStory editUserStarSubscription exportChatInviteLink
    forwardMessage forwardMessages getAvailableGifts getBusinessAccountGifts getBusinessAccountStarBalance
    getBusinessConnection getChatGifts getChatMenuButton getCustomEmojiStickers getForumTopicIconStickers
    getGameHighScores getManagedBotAccessSettings getManagedBotToken getMyDefaultAdministratorRights
    getMyStarBalance getStarTransactions getStickerSet getUserChatBoosts getUserGifts
    getUserPersonalChatMessages getUserProfileAudios getUserProfilePhotos giftPremiumSubscription
    hideGeneralForumTopic postStory promoteChatMember readBusinessMessage refundStarPayment
    removeBusinessAccountProfilePhoto removeChatVerification removeMyProfilePhoto removeUserVerification
    reopenForumTopic reopenGeneralForumTopic replaceManagedBotToken replaceStickerInSet repostStory
    restrictChatMember savePreparedInlineMessage savePreparedKeyboardButton
    sendAnimation sendAudio sendChatJoinRequestWebApp sendChecklist sendContact sendDice
    sendGame sendGift sendInvoice sendLivePhoto sendLocation sendMediaGroup sendMessageDraft sendPaidMedia
    sendPoll sendRichMessage sendRichMessageDraft sendSticker sendVenue sendVideo sendVideoNote sendVoice
    setBusinessAccountBio setBusinessAccountGiftSettings setBusinessAccountName
    setBusinessAccountProfilePhoto setBusinessAccountUsername setChatAdministratorCustomTitle
    setChatDescription setChatMenuButton setChatPermissions setChatPhoto setChatStickerSet setChatTitle
    setCustomEmojiStickerSetThumbnail setGameScore setManagedBotAccessSettings
    setMyDefaultAdministratorRights setMyProfilePhoto setPassportDataErrors setStickerEmojiList
    setStickerKeywords setStickerMaskPosition setStickerPositionInSet setStickerSetThumbnail
    setStickerSetTitle setUserEmojiStatus stopMessageLiveLocation stopPoll transferBusinessAccountStars
    transferGift unbanChatSenderChat unhideGeneralForumTopic unpinAllChatMessages
    unpinAllForumTopicMessages unpinAllGeneralForumTopicMessages upgradeGift uploadStickerFile verifyChat
    verifyUser
  `
    .toLowerCase()
    .trim()
    .split(/\s+/),
)
